using System.Text;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Snapshots;

/// <summary>Whatever bytes come in, a row is read or refused with a sentence: nothing else may stop a run.</summary>
public class HostileRowsTests
{
    private const int Mutations = 100_000;

    private static readonly byte[] Row = Encoding.UTF8.GetBytes(
        """
        {"attributes":{"type":"Opportunity"},"Id":"006xx000003GYkJAAW","Name":"Acme \u00e9","Amount":125000.50,"Probability":75,"IsClosed":false,
        "CloseDate":"2026-03-31","SystemModstamp":"2026-02-01T09:30:00.000+0000","Owner":{"Name":"Ada","IsActive":true,"ManagerId":null},
        "OpportunityHistories":{"records":[{"StageName":"POV","CreatedDate":"2026-01-01T10:00:00.000+0000","CreatedById":"005xx000001Sv6AAAS"}]},
        "MIQL_Outcome__c":2.0,"MIQL_Maps__c":null,"Unknown":[1,{"a":"b"}]}
        """);

    private static readonly byte[][] Tokens = [.. new[]
    {
        "null", "true", "{}", "[]", "\"\"", "-0", "1e999", "99999999999999999999999999999", "\"\\ud800\"", "\"2026-13-45\"", "\"0001-01-01T00:00:00+14:00\"",
        "\"9999-12-31T23:59:59-14:00\"", "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "[[[[[[[[[[[[[[[[[[[[",
    }.Select(Encoding.UTF8.GetBytes)];

    [Test]
    public void A_hundred_thousand_mutated_rows_are_read_or_refused_with_a_sentence()
    {
        var random = new Random(20260302);
        var reader = new OpportunityJsonReader(FieldMap.Default);
        int read = 0, refused = 0;
        for (var n = 0; n < Mutations; n++)
        {
            var row = Mutated(random);
            try
            {
                reader.Read(row);
                read++;
            }
            catch (SnapshotFormatException problem)
            {
                refused++;
                if (string.IsNullOrWhiteSpace(problem.Message))
                    Assert.Fail($"refused without a sentence: {Encoding.UTF8.GetString(row)}");
            }
            catch (Exception problem)
            {
                Assert.Fail($"{problem.GetType().Name} on mutation {n}: {Encoding.UTF8.GetString(row)}");
            }
        }

        // Both ends are reached: mutations that broke nothing would prove nothing.
        Assert.That(Math.Min(read, refused), Is.GreaterThan(Mutations / 20), $"{read} read, {refused} refused");
    }

    private static byte[] Mutated(Random random)
    {
        var bytes = new List<byte>(Row);
        for (var left = random.Next(1, 4); left > 0; left--)
        {
            var place = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 12), bytes.Count - place);
            switch (random.Next(5))
            {
                case 0:
                    bytes[place] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(place, Math.Min(length, bytes.Count - 1));
                    break;
                case 2:
                    bytes.InsertRange(place, bytes.GetRange(random.Next(bytes.Count - length), length));
                    break;
                case 3:
                    ReplaceValue(bytes, place, Tokens[random.Next(Tokens.Length)]);
                    break;
                default:
                    bytes.InsertRange(place, Tokens[random.Next(Tokens.Length)]);
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>Puts a token where the next value stands, so that the row stays JSON and the types go wrong.</summary>
    private static void ReplaceValue(List<byte> bytes, int from, byte[] token)
    {
        var start = bytes.IndexOf((byte)':', from) + 1;
        var end = start > 0 ? bytes.FindIndex(start, b => b is (byte)',' or (byte)'}' or (byte)']') : -1;
        if (end < 0)
            return;
        bytes.RemoveRange(start, end - start);
        bytes.InsertRange(start, token);
    }
}
