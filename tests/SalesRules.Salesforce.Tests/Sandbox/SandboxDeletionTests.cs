using SalesRules.Salesforce.Connection.Usage;
using SalesRules.Salesforce.Reading;
using SalesRules.Sandbox;
using SalesRules.Sandbox.Faults.Replies;
using SalesRules.Sandbox.Faults.Rows;
using SalesRules.Snapshots;

namespace SalesRules.Salesforce.Tests.Sandbox;

/// <summary>Salesforce's log of deletions, against the sandbox org. The clock begins at a full minute.</summary>
internal sealed class SandboxDeletionTests : SandboxFixture
{
    private SandboxServer server = null!;
    private DeletionReader reader = null!;
    private Client client = null!;

    [SetUp]
    public async Task StartOrgAsync()
    {
        server = await StartAsync();
        client = Client(server);
        reader = client.Get<DeletionReader>();
    }

    [Test]
    public async Task What_was_deleted_is_told_with_its_instant_for_one_call()
    {
        var ids = LoadTen(server);
        var at = Clock.GetUtcNow();
        Delete(ids[3]);
        Clock.Advance(TimeSpan.FromMinutes(3));

        var deletions = await reader.ReadAsync("Opportunity", at, default);

        Assert.That(deletions.Records, Is.EqualTo(new[] { new DeletedRecord(ids[3], at) }));
        Assert.That((deletions.CoveredTo, deletions.Since), Is.EqualTo((at.AddMinutes(3), at)));
        Assert.That((client.Calls[CallKind.Deletions], client.Calls.ApiCalls), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task The_minute_that_is_not_over_yet_is_told_by_the_next_look()
    {
        var ids = LoadTen(server);
        var start = Clock.GetUtcNow();
        Clock.Advance(TimeSpan.FromSeconds(150));
        Delete(ids[0]);

        var early = await reader.ReadAsync("Opportunity", start, default);
        Clock.Advance(TimeSpan.FromSeconds(30));
        var next = await reader.ReadAsync("Opportunity", early.CoveredTo, default);

        Assert.That((early.Records.Count, early.CoveredTo), Is.EqualTo((0, start.AddMinutes(2))));
        Assert.That(next.Records.Select(record => record.Id), Is.EqualTo(new[] { ids[0] }));
    }

    [Test]
    public async Task Two_looks_within_one_second_are_both_answered()
    {
        var now = Clock.GetUtcNow();

        Assert.That((await reader.ReadAsync("Opportunity", now, default)).Records, Is.Empty);
        Assert.That((await reader.ReadAsync("Opportunity", now.AddHours(1), default)).Records, Is.Empty, "a watermark ahead of the clock");
    }

    [Test]
    public async Task A_deletion_that_is_still_under_way_holds_the_next_look_back()
    {
        var ids = LoadTen(server);
        var start = Clock.GetUtcNow();
        server.Faults.Add(new LateVisibilityFault { Delay = TimeSpan.FromMinutes(30) });
        Clock.Advance(TimeSpan.FromMinutes(5));
        Delete(ids[0]);
        Clock.Advance(TimeSpan.FromMinutes(25));

        var before = await reader.ReadAsync("Opportunity", start, default);
        Clock.Advance(TimeSpan.FromMinutes(6));
        var after = await reader.ReadAsync("Opportunity", before.CoveredTo, default);

        Assert.That((before.Records.Count, before.CoveredTo), Is.EqualTo((0, start.AddMinutes(5))));
        Assert.That(after.Records.Select(record => record.Id), Is.EqualTo(new[] { ids[0] }));
    }

    [TestCase(14, true)]
    [TestCase(16, false)]
    public async Task Beyond_fifteen_days_the_log_does_not_reach_and_the_reply_says_so(int days, bool isWhole)
    {
        var since = Clock.GetUtcNow().AddDays(-days);

        var deletions = await reader.ReadAsync("Opportunity", since, default);

        Assert.That(deletions.Since == since, Is.EqualTo(isWhole));
    }

    [Test]
    public async Task An_org_that_forgot_sooner_than_it_promises_is_no_failure()
    {
        server.Faults.Add(new ApiErrorFault { Status = 400, Code = "INVALID_REPLICATION_DATE", Message = "forgotten", Where = new() { Operation = SalesRules.Sandbox.Faults.FaultOperation.Changes } });
        var since = Clock.GetUtcNow().AddDays(-1);

        var deletions = await reader.ReadAsync("Opportunity", since, default);

        Assert.That((deletions.Records.Count, deletions.Since), Is.EqualTo((0, Clock.GetUtcNow())));
    }

    private void Delete(SalesforceId id) => server.Org.Write(transaction => transaction.Delete("Opportunity", id.Value));
}
