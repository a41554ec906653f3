using System.Text;
using SalesRules.Host.Evaluation;
using SalesRules.Snapshots;

namespace SalesRules.Host.Tests.Evaluation;

public class CsvRowsTests
{
    [Test]
    public async Task Reads_API_names_and_report_labels_alike()
    {
        await using var rows = Rows("Opportunity ID,Stage,Amount,MIQL_Outcome__c,Owner.Name,Unknown\n006000000000001,POV,1000.50,2.0,Dana,x\n");

        await rows.NextAsync(default);
        var opportunity = rows.Read();

        Assert.That(opportunity.Id.Value, Is.EqualTo("006000000000001AAA"));
        Assert.That((opportunity.StageName, opportunity.Amount, opportunity.Outcome.Points, opportunity.OwnerName), Is.EqualTo(("POV", (decimal?)1000.5m, (int?)2, "Dana")));
    }

    [Test]
    public async Task An_empty_cell_is_null()
    {
        await using var rows = Rows("Id,Amount,MIQL_Outcome__c,CloseDate\n006000000000001,,,\n");

        await rows.NextAsync(default);
        var opportunity = rows.Read();

        Assert.That((opportunity.Amount, opportunity.Outcome.Points, opportunity.CloseDate), Is.EqualTo(((decimal?)null, (int?)null, (DateOnly?)null)));
    }

    [Test]
    public async Task A_pillar_that_is_a_word_is_a_finding_not_a_broken_row()
    {
        await using var rows = Rows("Id,MIQL_Outcome__c\n006000000000001,high\n");

        await rows.NextAsync(default);

        Assert.That(rows.Read().Outcome.IsInvalid, Is.True);
    }

    [TestCase("006000000000001", "expected 2 columns, found 1")]
    [TestCase("006000000000001,1,2", "expected 2 columns, found 3")]
    [TestCase("006000000000001,a lot", "Amount: expected a number such as 125000, found another text")]
    [TestCase("0060,1", "Id: expected a Salesforce id of 15 or 18 characters with a right checksum, found another text")]
    [TestCase(",1", "Id: missing; every opportunity needs its Id of 15 or 18 characters")]
    [TestCase("006000000000001,\"1", "a quotation mark is opened and never closed")]
    public async Task A_broken_row_says_why_and_the_next_is_read(string row, string expected)
    {
        await using var rows = Rows($"Id,Amount\n{row}\n006000000000002,7\n");

        await rows.NextAsync(default);
        Assert.That(() => rows.Read(), Throws.TypeOf<SnapshotFormatException>().With.Message.EqualTo(expected));
        Assert.That(await rows.NextAsync(default), Is.True);
        Assert.That((rows.Line, rows.Read().Amount), Is.EqualTo((3L, (decimal?)7m)));
    }

    [Test]
    public async Task Commas_quotes_and_line_ends_within_quotes_are_text()
    {
        await using var rows = Rows("Id,Name\n006000000000001,\"Acme, \"\"Ltd\"\"\nEast\"\n");

        await rows.NextAsync(default);

        Assert.That(rows.Read().Name, Is.EqualTo("Acme, \"Ltd\"\nEast"));
    }

    [Test]
    public async Task Bytes_that_are_no_UTF_8_break_their_row_only()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("Id,Name\n006000000000001,N"), 0xE9, .. Encoding.UTF8.GetBytes("gociation\n006000000000002,ok\n")];
        await using var rows = new CsvRows(new MemoryStream(bytes), FieldMap.Default);

        await rows.NextAsync(default);
        Assert.That(() => rows.Read(), Throws.TypeOf<SnapshotFormatException>().With.Message.Contains("not valid UTF-8"));
        await rows.NextAsync(default);
        Assert.That(rows.Read().Name, Is.EqualTo("ok"));
    }

    [Test]
    public async Task Columns_that_mean_nothing_are_named()
    {
        await using var rows = Rows("Id,Outcome Score,MIQL Outcome\n");

        Assert.That(rows.IgnoredColumns, Is.EqualTo(new[] { "Outcome Score" }));
    }

    [TestCase("", "the CSV has no readable first line with the names of the columns")]
    [TestCase("Name,Amount\n", "the CSV has no column for the opportunity's Id: name one \"Id\" or \"Opportunity ID\" (in Salesforce, add that column to the report), and separate columns by commas, semicolons or tabs")]
    [TestCase("Id,Stage,StageName\n", "two columns hold StageName: Stage and StageName")]
    public void A_file_without_usable_columns_is_refused(string text, string expected)
    {
        Assert.That(() => Rows(text), Throws.TypeOf<InvalidDataException>().With.Message.EqualTo(expected));
    }

    private static CsvRows Rows(string text) => new(new MemoryStream(Encoding.UTF8.GetBytes(text)), FieldMap.Default);
}
