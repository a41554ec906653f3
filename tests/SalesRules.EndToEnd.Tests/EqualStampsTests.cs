using Microsoft.Data.Sqlite;
using SalesRules.Salesforce.Connection.Usage;

namespace SalesRules.EndToEnd.Tests;

/// <summary>
/// A bulk load: every deal of the org has one SystemModstamp, far more than a page holds. 5,000 in every build; SALESRULES_LONG=1 takes 50,000.
/// </summary>
public class EqualStampsTests
{
    private const int PageSize = 2_000;

    private static readonly int Deals = Environment.GetEnvironmentVariable("SALESRULES_LONG") == "1" ? 50_000 : 5_000;

    /// <summary>Queries of one page each, so that every page but the first begins in the middle of the one stamp.</summary>
    private static readonly (string Key, string? Value) OnePageQueries = ("Salesforce:RowsPerQuery", $"{PageSize}");

    [Test]
    public async Task Each_deal_is_read_and_decided_exactly_once_and_the_second_run_writes_nothing()
    {
        var clock = new OrgClock();
        await using var org = await TestOrg.StartAsync(clock, opportunities: 0);
        Load(org);
        clock.Advance(TimeSpan.FromMinutes(1));

        var first = await org.RunAsync(OnePageQueries, Unlimited);
        clock.Advance(TimeSpan.FromMinutes(1));
        org.Server.Calls.Clear();
        var second = await org.RunAsync(OnePageQueries, Unlimited);

        Assert.That((first.Status, first.Read, first.Evaluated, first.Planned.Deals, first.Writes.Written), Is.EqualTo(("complete", Deals, Deals, Deals, Deals)), string.Join('\n', first.Notes.Lines));
        Assert.That((first.Certificate!.Expected, first.Certificate.Settled), Is.EqualTo(((long?)Deals, (long)Deals)));
        Assert.That(Count(org, "select count(*) from decisions"), Is.EqualTo(Deals), "one decision each");
        Assert.That((second.Status, second.Read, second.Planned.Deals), Is.EqualTo(("complete", Deals, 0)), "our own writes lie in the overlap and are read once more");
        Assert.That(org.Server.Calls.Latest.Select(call => call.Method), Has.None.EqualTo("PATCH"));
    }

    [Test]
    public async Task A_read_costs_a_call_for_each_page_although_each_page_begins_within_the_stamp()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        Load(org);
        await using var workplace = await org.OpenAsync(Host.Configuration.JournalUse.Write, OnePageQueries);
        var session = await workplace.Get<Host.Runs.OrgSessions>().OpenAsync(default);
        var scope = await workplace.Get<Host.Runs.SnapshotReader>().ScopeAsync(session, TestOrg.Request(workplace), null, workplace.Policy.Hash, default);
        var before = workplace.Get<CallCounter>().Current;

        var ids = new List<Snapshots.SalesforceId>();
        await foreach (var page in workplace.Get<Host.Runs.SnapshotReader>().ReadAsync(session, scope, default))
            ids.AddRange(page.Opportunities.Select(opportunity => opportunity.Id));

        Assert.That(ids, Is.Unique.And.Count.EqualTo(Deals));
        Assert.That(workplace.Get<CallCounter>().Current.Since(before).ApiCalls, Is.EqualTo((Deals + PageSize - 1) / PageSize));
    }

    private static (string Key, string? Value) Unlimited => ("Limits:ApiReserve", "0");

    private static void Load(TestOrg org) => org.Server.Org.Write(transaction =>
    {
        for (var deal = 0; deal < Deals; deal++)
        {
            transaction.Load("Opportunity", new Dictionary<string, object?>
            {
                ["Name"] = FormattableString.Invariant($"Deal {deal}"),
                ["StageName"] = "Discovery",
                ["ForecastCategoryName"] = "Pipeline",
                ["CloseDate"] = org.Server.Org.Today().AddDays(60),
                ["Type"] = "New Business",
                ["Amount"] = 1_000m,
            });
        }

        return true;
    });

    private static long Count(TestOrg org, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={org.JournalFile}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
