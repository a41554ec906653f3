using System.Text;
using System.Text.Json;
using SalesRules.Fuzzing;
using SalesRules.Host.Evaluation;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Host.Tests.Fuzz;

/// <summary>Whatever stands in the input of `evaluate`: each row has one line of output, a decision or an error, and none is lost.</summary>
public class RowFuzzTests
{
    private const string Json =
        """
        {"attributes":{"type":"Opportunity"},"Id":"006000000000001AAA","StageName":"POV","ForecastCategoryName":"Commit","Amount":50000.00,"CloseDate":"2026-03-31","MIQL_Outcome__c":2,"MIQL_Maps__c":1,"IsClosed":false,"Owner":{"Name":"Dana","IsActive":true},"SystemModstamp":"2026-02-01T10:00:00.000+0000"}
        """;

    private static readonly string[] Words = ["\"Id\":", "\"006000000000001AAA\"", "{\"Owner\":{\"Owner\":", "2026-02-30", "\"IsClosed\":\"maybe\"", "\"Amount\":1e28", "\"Amount\":-0", "\"CloseDate\":5"];

    private static readonly Policy Policy = PolicyFile.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "policy.yaml")), "policy.yaml").Policy!;

    [Test]
    public async Task Every_line_of_broken_JSON_has_its_line_of_output()
    {
        var mutator = new Mutator(seed: 5, Words);
        var input = new List<byte>();
        var rows = 0;
        for (var line = 0; line < Mutator.Inputs(everyBuild: 5_000); line++)
        {
            var bytes = mutator.Mutate(Encoding.UTF8.GetBytes(Json.Trim())).Where(value => value is not (byte)'\n').ToArray();
            input.AddRange(bytes);
            input.Add((byte)'\n');
            rows += bytes.AsSpan().ContainsAnyExcept(" \t\r"u8) ? 1 : 0;
        }

        Assert.That(await LinesAsync(new JsonLinesRows(new MemoryStream([.. input]), new OpportunityJsonReader(Policy.Fields))), Is.EqualTo(rows));
    }

    [Test]
    public async Task Every_record_of_a_broken_CSV_has_its_line_of_output()
    {
        const string heading = "Opportunity ID,Stage,Forecast Category,Amount,Close Date,MIQL_Outcome__c,MIQL_Maps__c\n";
        const string row = "006000000000001AAA,POV,Commit,50000,2026-03-31,2,1";
        var mutator = new Mutator(seed: 6, ",,,,", "\"a\"\"b\"", "\"a\nb\"", "2026-02-30", "1e5");
        for (var file = 0; file < Mutator.Inputs(everyBuild: 1_500); file++)
        {
            var text = heading + mutator.Mutate($"{row}\n{row}\n{row}\n");
            var rows = new CsvRows(new MemoryStream(Encoding.UTF8.GetBytes(text)), Policy.Fields);
            var records = new CsvRecords(new StringReader(text[heading.Length..]));
            var expected = 0;
            while (records.Next())
                expected++;

            Assert.That(await LinesAsync(rows), Is.EqualTo(expected), text);
        }
    }

    [Test]
    public void A_broken_heading_is_refused_with_a_sentence()
    {
        var mutator = new Mutator(seed: 7, "Id", "Opportunity ID", ",", "\"");
        for (var file = 0; file < Mutator.Inputs(everyBuild: 3_000); file++)
        {
            var text = mutator.Mutate("Opportunity ID,Stage,Amount\n006000000000001AAA,POV,1\n");
            try
            {
                _ = new CsvRows(new MemoryStream(Encoding.UTF8.GetBytes(text)), Policy.Fields);
            }
            catch (InvalidDataException problem)
            {
                Assert.That(problem.Message, Is.Not.Empty);
            }
        }
    }

    /// <summary>Evaluates the rows and counts the lines, each of which must be whole JSON.</summary>
    private static async Task<int> LinesAsync(IRowSource rows)
    {
        using var output = new MemoryStream();
        await using (rows)
        await using (var lines = new DecisionLines(output))
        {
            var result = await new Evaluator(new RuleBook(Policy), new DateOnly(2026, 3, 2)).EvaluateAsync(rows, lines, null, default);
            var written = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            foreach (var line in written)
                JsonDocument.Parse(line).Dispose();
            Assert.That(result.Rows, Is.EqualTo(written.Length));
            return written.Length;
        }
    }
}
