using System.Text.Json;

namespace SalesRules.Snapshots;

/// <summary>Turns one opportunity in Salesforce's REST shape into a snapshot. Properties that mean nothing to us are skipped.</summary>
public sealed class OpportunityJsonReader(FieldMap fields)
{
    private const int LongestName = 128;
    private const string History = "OpportunityHistories";

    /// <summary>Reads one whole JSON object.</summary>
    /// <exception cref="SnapshotFormatException">It is no JSON object, a value has a wrong type, or the Id is missing or wrong.</exception>
    public Opportunity Read(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 16 });
            reader.Read();
            var opportunity = Read(ref reader);
            if (reader.Read())
                throw new SnapshotFormatException("more than one JSON value on the line");
            return opportunity;
        }
        catch (JsonException problem)
        {
            throw new SnapshotFormatException($"not a JSON object: broken at byte {problem.BytePositionInLine + 1}", problem);
        }
        catch (InvalidOperationException problem)
        {
            // What the JSON reader throws for a text that is not valid UTF-8 or holds half a surrogate pair.
            throw new SnapshotFormatException("a text on the line is not valid UTF-8", problem);
        }
    }

    /// <summary>Reads the object that the reader stands on.</summary>
    /// <exception cref="SnapshotFormatException">As <see cref="Read(ReadOnlySpan{byte})"/>.</exception>
    public Opportunity Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new SnapshotFormatException("expected a JSON object with the opportunity's fields");
        var opportunity = new Opportunity();
        Span<char> name = stackalloc char[LongestName];
        ReadObject(ref reader, opportunity, name, prefixLength: 0);
        if (opportunity.Id == default)
            throw new SnapshotFormatException("Id: missing; every opportunity needs its Id of 15 or 18 characters");
        return opportunity;
    }

    /// <param name="name">Room for a field's path; the first <paramref name="prefixLength"/> characters hold the parent's: "Owner.".</param>
    private void ReadObject(ref Utf8JsonReader reader, Opportunity target, scoped Span<char> name, int prefixLength)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<char> path = name[..PathLength(ref reader, name, prefixLength)];
            reader.Read();
            if (fields.Find(path) is { } field)
                field.ReadJson(ref reader, target);
            else if (prefixLength == 0 && IsParent(path))
                ReadParent(ref reader, target, name, path);
            else if (prefixLength == 0 && path.Equals(History, StringComparison.OrdinalIgnoreCase))
                StageHistoryJson.ReadInto(ref reader, target);
            else
                reader.Skip();
        }
    }

    /// <summary>Copies the property's name behind the prefix; 0 for one longer than any of ours, which means nothing to us.</summary>
    private static int PathLength(ref Utf8JsonReader reader, scoped Span<char> name, int prefixLength)
    {
        // An escaped name never grows when it is unescaped, so its raw length is a safe bound.
        return reader.ValueSpan.Length > LongestName - prefixLength ? 0 : prefixLength + reader.CopyString(name[prefixLength..]);
    }

    private static bool IsParent(scoped ReadOnlySpan<char> path) =>
        path.Equals("Owner", StringComparison.OrdinalIgnoreCase) || path.Equals("Account", StringComparison.OrdinalIgnoreCase);

    private void ReadParent(ref Utf8JsonReader reader, Opportunity target, scoped Span<char> name, scoped ReadOnlySpan<char> path)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return;
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new SnapshotFormatException($"{path}: expected an object with the parent's fields");
        name[path.Length] = '.';
        ReadObject(ref reader, target, name, path.Length + 1);
    }
}
