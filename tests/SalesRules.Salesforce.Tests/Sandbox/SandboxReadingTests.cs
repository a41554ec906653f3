using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Connection.Usage;
using SalesRules.Salesforce.Reading;
using SalesRules.Salesforce.Reading.Soql;
using SalesRules.Snapshots;
using FieldAccess = SalesRules.Sandbox.Schema.FieldAccess;

namespace SalesRules.Salesforce.Tests.Sandbox;

internal sealed class SandboxReadingTests : SandboxFixture
{
    [TestCase(0, 1)]
    [TestCase(2000, 1)]
    [TestCase(2001, 2)]
    [TestCase(4000, 2)]
    [TestCase(4001, 3)]
    public async Task A_read_costs_one_call_for_each_2000_rows_and_both_sides_count_the_same(int rows, int calls)
    {
        var server = await StartAsync();
        var ids = Load(server, rows, i => Clock.GetUtcNow().AddSeconds(-i));
        var client = Client(server);

        var read = await client.Opportunities.ReadAsync(["Name"], Everything).Select(IdOf).ToListAsync();

        Assert.That(read, Is.EquivalentTo(ids));
        Assert.That((client.Calls.ApiCalls, server.ApiCalls), Is.EqualTo((calls, calls)));
    }

    [Test]
    public async Task Five_thousand_rows_with_one_stamp_are_read_once_each_by_queries_of_2000()
    {
        var server = await StartAsync();
        var ids = Load(server, 5000, _ => Clock.GetUtcNow());
        var client = Client(server, ("RowsPerQuery", "2000"));

        var read = await client.Opportunities.ReadAsync(["Name"], Everything).Select(IdOf).ToListAsync();

        Assert.That(read, Is.Unique.And.EquivalentTo(ids));
        Assert.That((client.Calls[CallKind.Query], client.Calls.ApiCalls), Is.EqualTo((3, 3)));
    }

    [Test]
    public async Task Only_what_changed_since_the_watermark_less_the_overlap_is_read_again()
    {
        var server = await StartAsync();
        var start = Clock.GetUtcNow();
        var ids = Load(server, 4, i => start.AddMinutes(-8 * i));
        var client = Client(server);
        var first = await client.Opportunities.WindowAfterAsync(null, default);
        Assert.That(await client.Opportunities.ReadAsync(["Name"], first).CountAsync(), Is.EqualTo(4));

        Clock.Advance(TimeSpan.FromMinutes(1));
        server.Org.Write(t => t.Update("Opportunity", ids[3].Value, new Dictionary<string, object?> { ["NextStep"] = "Call" }));
        var second = await client.Opportunities.WindowAfterAsync(first.Watermark, default);
        var again = await client.Opportunities.ReadAsync(["Name"], second).Select(IdOf).ToListAsync();

        Assert.That(again, Is.EqualTo(new[] { ids[1], ids[0], ids[3] }));
        Assert.That(second.Watermark - first.Watermark, Is.EqualTo(TimeSpan.FromMinutes(1)));
    }

    [Test]
    public async Task The_whole_catalogue_is_there_and_every_record_becomes_a_snapshot()
    {
        var server = await StartAsync();
        LoadTen(server);
        var client = Client(server);

        var selection = OpportunityFieldSelection.For(FieldMap.Default, await client.Describe.ReadAsync("Opportunity", default));
        var rows = await client.Opportunities.ReadAsync(selection.Names, Everything).ToSnapshotsAsync(FieldMap.Default).ToListAsync();

        Assert.That(selection.Missing, Is.Empty);
        Assert.That(rows, Has.Count.EqualTo(10).And.All.Property(nameof(SnapshotRow.Problem)).Null);
        Assert.That(rows[0].Opportunity, Has.Property(nameof(Opportunity.Amount)).EqualTo(125_000m)
            .And.Property(nameof(Opportunity.CloseDate)).EqualTo(new DateOnly(2026, 6, 30))
            .And.Property(nameof(Opportunity.OwnerName)).EqualTo("Sandbox Admin"));
    }

    [Test]
    public async Task A_hidden_field_is_missing_from_the_selection_and_asking_for_it_names_it()
    {
        var server = await StartAsync();
        server.Org.SetFieldAccess("Opportunity", "Legal_Status__c", FieldAccess.Hidden);
        var client = Client(server);

        var selection = OpportunityFieldSelection.For(FieldMap.Default, await client.Describe.ReadAsync("Opportunity", default));
        var failure = await FailureAsync(() => client.Opportunities.ReadAsync(["Legal_Status__c"], Everything).CountAsync().AsTask());

        Assert.That(selection.Missing.Select(field => field.ApiName), Is.EqualTo(new[] { "Legal_Status__c" }));
        Assert.That(selection.Names, Has.None.EqualTo("Legal_Status__c"));
        Assert.That(failure.Verdict, Is.EqualTo(Verdict.RefuseRun));
        Assert.That(failure.Message, Does.Contain("Missing: Legal_Status__c of Opportunity."));
    }

    [Test]
    public async Task Administrators_conditions_narrow_the_read()
    {
        var server = await StartAsync();
        var ids = LoadTen(server);
        var client = Client(server);
        var condition = SoqlCondition.Parse("Name = 'Deal 3' OR Name LIKE '% 7'");

        var read = await client.Opportunities.ReadAsync(["Name"], Everything, SoqlCondition.All(OpportunityScope.Open, condition)).Select(IdOf).ToListAsync();

        Assert.That(read, Is.EquivalentTo(new[] { ids[3], ids[7] }));
        Assert.That(await client.Opportunities.CountAsync(condition, default), Is.EqualTo(2));
    }

    [Test]
    public async Task A_condition_that_Salesforce_cannot_read_says_where_to_look()
    {
        var client = Client(await StartAsync());

        var failure = await FailureAsync(() => client.Opportunities.CountAsync(SoqlCondition.Parse("Name == 'Globex'"), default));

        Assert.That(failure.Message, Does.Contain("--where").And.Not.Contain("Globex"));
    }

    [TestCase("O'Brien & Söhne \\ \"Co\" +50% #1")]
    [TestCase("tab\tand\nline")]
    public async Task Any_text_in_a_literal_finds_the_record_that_holds_it(string name)
    {
        var server = await StartAsync();
        LoadTen(server);
        server.Org.Write(t => t.Load("Opportunity", new Dictionary<string, object?>
        {
            ["Name"] = name,
            ["StageName"] = "Discovery",
            ["CloseDate"] = new DateOnly(2026, 6, 30),
        }));

        var condition = SoqlCondition.Compare("Name", SoqlComparison.Equal, SoqlLiteral.Of(name));

        Assert.That(await Client(server).Opportunities.CountAsync(condition, default), Is.EqualTo(1));
    }

    [Test]
    public async Task A_thousand_ids_are_read_in_as_many_calls_as_addresses_can_hold()
    {
        var server = await StartAsync();
        var ids = Load(server, 1000, _ => Clock.GetUtcNow());
        var client = Client(server);
        var selection = OpportunityFieldSelection.For(FieldMap.Default, await client.Describe.ReadAsync("Opportunity", default));

        var read = await client.Opportunities.ReadByIdsAsync(selection.Names, ids).Select(IdOf).ToListAsync();

        Assert.That(read, Is.Unique.And.EquivalentTo(ids));
        Assert.That(client.Calls[CallKind.Query], Is.InRange(3, 4));
    }

    [Test]
    public async Task Users_and_histories_are_read()
    {
        var server = await StartAsync();
        var id = SalesforceId.Parse(server.Org.Write(t => t.Insert("Opportunity", new Dictionary<string, object?>
        {
            ["Name"] = "Deal",
            ["StageName"] = "Discovery",
            ["CloseDate"] = "2026-06-30",
            ["Amount"] = 5000m,
        })).Id!);
        Clock.Advance(TimeSpan.FromMinutes(1));
        server.Org.Write(t => t.Update("Opportunity", id.Value, new Dictionary<string, object?> { ["StageName"] = "POV" }));
        var client = Client(server);

        var history = await client.Get<OpportunityHistoryReader>().ReadAsync([id]).OrderBy(row => row.CreatedDate).ToListAsync();
        var users = await client.Get<UserReader>().ReadAsync().ToListAsync();

        Assert.That(history.Select(row => row.StageName), Is.EqualTo(new[] { "Discovery", "POV" }));
        Assert.That(history[1].CreatedDate, Is.EqualTo(Clock.GetUtcNow()));
        Assert.That(await client.Get<OpportunityHistoryReader>().ReadStagesSinceAsync(Clock.GetUtcNow(), "Segment__c").CountAsync(), Is.EqualTo(1));
        Assert.That(users.Single(), Is.EqualTo(new SalesforceUser(
            SalesforceId.Parse(server.Org.AdminUserId), "Sandbox Admin", "admin@sandbox.example", true, null, "Sales Operations")));
    }

    [Test]
    public async Task The_orgs_allowance_is_known_after_a_call()
    {
        var server = await StartAsync();
        var client = Client(server);

        await client.Opportunities.CountAsync(null, default);

        Assert.That(client.Get<ApiUsageMonitor>().Current, Is.EqualTo(new ApiUsage(1, 100_000)));
    }
}
