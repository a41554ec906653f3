using SalesRules.Sandbox.Loading;

namespace SalesRules.Sandbox.Tests.Loading;

public sealed class DataLoaderTests : LoadingFixture
{
    private const string Map = """
        {
          "sources": { "deals": {} },
          "records": {
            "deals": {
              "object": "Opportunity",
              "from": "deals",
              "key": { "column": "name" },
              "fields": { "Name": { "column": "name" }, "StageName": { "column": "stage" }, "CloseDate": { "column": "close" }, "Amount": { "column": "amount" } }
            }
          }
        }
        """;

    private static readonly string MapThatSkips = Map.Replace("\"deals\": {}", "\"deals\": { \"brokenRows\": \"skip\" }");

    private const string BrokenRows = """
        name,stage,close,amount
        Good,Discovery,2026-06-01,100
        Short,Discovery,2026-06-01
        Stray,Disc"overy,2026-06-01,100
        Late,Discovery,01.06.2026,100
        Dear,Discovery,2026-06-01,much
        Nowhere,,2026-06-01,100
        Good,Discovery,2026-06-01,100
        ,Discovery,2026-06-01,100

        """;

    [Test]
    public void Lists_every_broken_row_with_its_line_and_loads_nothing()
    {
        var problems = Refusal(BrokenRows, Map);
        using (Assert.EnterMultipleScope())
        {
            // Rows that are not CSV come first and alone: the others may be read wrongly.
            Assert.That(problems, Has.Length.EqualTo(2));
            Assert.That(problems[0], Is.EqualTo("deals.csv:3: This row has 3 cells where the header has 4."));
            Assert.That(problems[1], Does.StartWith("deals.csv:4: The quotes of this row do not match"));
            Assert.That(All("Opportunity"), Is.Empty);
        }
    }

    [Test]
    public void Lists_every_row_whose_values_do_not_fit()
    {
        var wellFormed = string.Join('\n', BrokenRows.Split('\n').Where(line => !line.StartsWith('S')));
        Assert.That(Refusal(wellFormed, Map), Is.EqualTo((string[])
        [
            "deals.csv:3: CloseDate cannot be \"01.06.2026\": a date as yyyy-MM-dd was expected.",
            "deals.csv:4: Amount cannot be \"much\": a number with at most 16 digits before the point was expected.",
            "deals.csv:5: StageName is empty, but Opportunity needs it.",
            "deals.csv:6: \"deals\" has another row with the key \"Good\".",
            "deals.csv:7: The key of \"deals\" is empty.",
        ]));
    }

    [Test]
    public void Skips_broken_rows_when_the_map_says_so_and_reports_them()
    {
        var report = Load(BrokenRows, MapThatSkips);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Records["deals"], Is.EqualTo(1));
            Assert.That(report.Skipped.Select(problem => problem.Line), Is.EqualTo((int[])[3, 4, 5, 6, 7, 8, 9]));
            Assert.That(All("Opportunity").Select(deal => deal["Name"]), Is.EqualTo((string[])["Good"]));
        }
    }

    [Test]
    public void A_cell_may_hold_line_ends_and_lines_are_counted_all_the_same()
    {
        var problems = Refusal("name,stage,close,amount\n\"Two\nlines\",Discovery,2026-06-01,1\nBad,Discovery,2026-06-01,x\n", Map);
        Assert.That(problems.Single(), Does.StartWith("deals.csv:4: Amount"));
    }

    [Test]
    public void Reads_JSON_Lines_with_nested_parents()
    {
        var map = Map.Replace("\"column\": \"name\"", "\"column\": \"Account.Name\"");
        Load("""
            {"attributes":{"type":"Opportunity"},"Account":{"attributes":{"type":"Account"},"Name":"Larkspur"},"stage":"Discovery","close":"2026-06-01","amount":12.5}

            {"Account":{"Name":"Brook"},"stage":"Proposal","close":"2026-07-01","amount":null}
            """, map, "deals.jsonl");
        Assert.That(
            All("Opportunity").Select(deal => (deal["Name"], deal["StageName"], deal["Amount"])),
            Is.EqualTo(((object, object, object?)[])[("Larkspur", "Discovery", 12.5m), ("Brook", "Proposal", null)]));
    }

    [Test]
    public void A_line_that_is_no_JSON_object_is_a_broken_row()
    {
        var problems = Refusal("{\"name\":\"A\",\"stage\":\"Discovery\",\"close\":\"2026-06-01\",\"amount\":1}\n{oops\n[1]\n{\"name\":[1]}\n", Map, "deals.jsonl");
        Assert.That(problems, Is.EqualTo((string[])
        [
            "deals.jsonl:2: This line is no JSON object.", "deals.jsonl:3: This line is no JSON object.", "deals.jsonl:4: \"name\" is a list; a cell holds one value.",
        ]));
    }

    [Test]
    public void Reads_dates_as_the_source_writes_them()
    {
        Load("name,stage,close,amount\nA,Discovery,6/1/2026,1\n", Map.Replace("\"deals\": {}", "\"deals\": { \"dateFormat\": \"M/d/yyyy\" }"));
        Assert.That(All("Opportunity").Single()["CloseDate"], Is.EqualTo(new DateOnly(2026, 6, 1)));
    }

    [Test]
    public void A_lookup_without_a_record_names_the_key()
    {
        var map = Map.Replace("\"Amount\": { \"column\": \"amount\" }", "\"Renewal_Of__c\": { \"lookup\": \"deals\", \"key\": { \"column\": \"amount\" } }");
        Assert.That(
            Refusal("name,stage,close,amount\nA,Discovery,2026-06-01,\nB,Discovery,2026-06-01,Gone\n", map),
            Is.EqualTo((string[])["deals.csv:3: \"deals\" has no record with the key \"Gone\"."]));
    }

    [Test]
    public void An_id_that_leads_nowhere_is_refused()
    {
        var map = Map.Replace("\"Amount\"", "\"AccountId\"");
        Assert.That(
            Refusal("name,stage,close,amount\nA,Discovery,2026-06-01,001D000000K0fXOIAZ\n", map).Single(),
            Is.EqualTo("deals.csv:2: AccountId leads to 001D000000K0fXOIAZ, which nothing has loaded."));
    }

    [Test]
    public void A_value_outside_a_restricted_picklist_is_refused_with_what_it_may_be()
    {
        var map = Map.Replace("\"Amount\"", "\"Segment__c\"");
        Assert.That(
            Refusal("name,stage,close,amount\nA,Discovery,2026-06-01,Huge\n", map).Single(),
            Does.Contain("Segment__c cannot be \"Huge\"").And.Contain("Enterprise"));
    }

    [Test]
    public void Without_a_map_headers_are_labels_or_API_names()
    {
        var file = Write("report.csv", "Name,Stage,CloseDate,MIQL Outcome\nA,Discovery,2026-06-01,2\n");
        DataLoader.Load(Org, file, null);
        var deal = All("Opportunity").Single();
        Assert.That((deal["Name"], deal["StageName"], deal["MIQL_Outcome__c"]), Is.EqualTo(((object)"A", (object)"Discovery", (object)2m)));
    }

    [Test]
    public void Without_a_map_a_header_that_is_no_field_is_refused()
    {
        var file = Write("report.csv", "Name,Mood\nA,good\n");
        var error = Assert.Throws<DataLoadException>(() => DataLoader.Load(Org, file, null))!;
        Assert.That(error.Problems.Single().Sentence, Does.StartWith("\"Mood\" is no field of Opportunity"));
    }

    [Test]
    public void A_file_that_is_not_there_is_named()
    {
        var error = Assert.Throws<DataLoadException>(() => DataLoader.Load(Org, "/nowhere/deals.csv", Write("m.json", Map)))!;
        Assert.That(error.Message, Does.StartWith("/nowhere/deals.csv: The file cannot be read"));
    }
}
