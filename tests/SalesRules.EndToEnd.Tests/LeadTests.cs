using System.Text.Json.Nodes;
using SalesRules.Host.Commands;
using SalesRules.Host.Runs;
using SalesRules.Journal.Runs;
using SalesRules.Sandbox;
using SalesRules.Sandbox.Faults;
using SalesRules.Sandbox.Faults.Replies;
using SalesRules.Sandbox.Faults.Rows;
using SalesRules.Schemas;
using SalesRules.Snapshots;

namespace SalesRules.EndToEnd.Tests;

/// <summary>Leads in queues get an owner once, in turn, and never over a person's edit. Fit and intent stand in NumberOfEmployees and AnnualRevenue.</summary>
public class LeadTests
{
    private TestOrg org = null!;
    private SalesforceId queue;
    private SalesforceId[] users = null!;
    private (string, string?) policy;

    [SetUp]
    public async Task StartAsync()
    {
        org = await TestOrg.StartAsync(opportunities: 0);
        queue = await org.Person.CreateAsync(new JsonObject { ["Name"] = "Inbound", ["DeveloperName"] = "Inbound", ["Type"] = "Queue" }, "Group");
        users = [await UserAsync("one"), await UserAsync("two"), await UserAsync("default")];
        policy = ("Policy:File", await PolicyAsync("leads:\n  enabled: true\n  fields: { fit: NumberOfEmployees, intent: AnnualRevenue }\n"
            + $"  default-owner: {users[2]}\n  round-robin: [{users[0]}, {users[1]}]\n"));
    }

    [TearDown]
    public async Task StopAsync() => await org.DisposeAsync();

    [Test]
    public async Task Switched_off_no_call_is_made_and_no_lead_is_touched()
    {
        var lead = await LeadAsync(9, 9);
        org.Server.Calls.Clear();

        var tally = await org.RunAsync();

        Assert.That(tally.Leads, Is.Null);
        Assert.That(org.Server.Calls.Latest.Select(call => call.Path), Has.None.Contains("/Lead"));
        Assert.That(await OwnerAsync(lead), Is.EqualTo(queue));
    }

    [Test]
    public async Task Leads_of_the_queue_are_taken_in_turn_and_unrouted_ones_go_to_the_default_owner()
    {
        var (first, second, third) = (await LeadAsync(9, 9), await LeadAsync(8, 5), await LeadAsync(5, 5));
        var (unrouted, low) = (await LeadAsync(null, 9), await LeadAsync(1, 9));

        var tally = await org.RunAsync(policy);
        var again = await org.RunAsync(policy);

        Assert.That(tally.IsComplete, Is.True, string.Join('\n', tally.Notes.Lines));
        Assert.That((tally.Leads!.Read, tally.Leads.Assigned, again.Leads!.Assignments.Count), Is.EqualTo((5, 4, 0)));
        Assert.That(tally.Leads.Flagged, Is.EquivalentTo(new Dictionary<string, int> { ["lead.routing"] = 4, ["lead.unrouted"] = 1 }));
        Assert.That(await OwnersAsync(first, second, third, unrouted, low), Is.EqualTo(new[] { users[0], users[1], users[0], users[2], queue }));
    }

    [Test]
    public async Task More_leads_than_the_change_budget_allows_stop_the_run_before_its_first_write_and_keep_their_turns()
    {
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        SalesforceId[] leads = [await LeadAsync(9, 9), await LeadAsync(8, 5), await LeadAsync(5, 5)];
        var tight = Path.Combine(org.Folder, "tight.yaml");
        await File.WriteAllTextAsync(tight, (await File.ReadAllTextAsync(policy.Item2!)).Replace("  leads: 500 ", "  leads: 2 ", StringComparison.Ordinal));

        var refusal = await Assert.ThrowsAsync<CommandException>(() => org.RunAsync(("Policy:File", tight)));

        Assert.That(refusal!.ExitCode, Is.EqualTo(ExitCode.Refused));
        Assert.That(refusal.Message, Does.Contain("leads: 3 leads would be given an owner; the budget is 2."));
        Assert.That(await OwnersAsync(leads), Is.All.EqualTo(queue));
        Assert.That((await org.Person.ReadAsync(deal)).GetProperty("ForecastCategoryName").GetString(), Is.EqualTo("Commit"));

        await org.RunAsync(policy);
        Assert.That(await OwnersAsync(leads), Is.EqualTo(new[] { users[0], users[1], users[0] }));
    }

    [Test]
    public async Task Looking_at_leads_costs_a_describe_and_a_query_and_assigning_200_a_look_and_a_write()
    {
        var off = ("Policy:File", (string?)await PolicyAsync("leads: { enabled: false }\n"));
        await org.RunAsync(policy);
        await org.RunAsync(policy);
        var quiet = await org.RunAsync(policy);
        await LeadAsync(9, 9);
        await LeadAsync(9, 9);
        var assigning = await org.RunAsync(policy);
        await org.RunAsync(off);
        var switchedOff = await org.RunAsync(off);

        Assert.That((quiet.ApiCalls - switchedOff.ApiCalls, assigning.ApiCalls - quiet.ApiCalls), Is.EqualTo((2L, 2L)));
    }

    [Test]
    public async Task A_lost_reply_keeps_the_turn_and_takes_no_second_one()
    {
        var first = await LeadAsync(9, 9);
        org.Server.Faults.Add(new LostReplyFault { Where = new() { Operation = FaultOperation.Update, ObjectName = "Lead" }, When = new() { Nth = 1 } });
        var unclear = await org.RunAsync(policy);
        var second = await LeadAsync(9, 9);

        var settled = await org.RunAsync(policy);

        Assert.That((unclear.Leads!.Unclear, unclear.IsComplete, settled.IsComplete), Is.EqualTo((1, false, true)));
        Assert.That(await OwnersAsync(first, second), Is.EqualTo(new[] { users[0], users[1] }));
    }

    [Test]
    public async Task A_write_that_never_arrived_is_made_again_for_the_same_user()
    {
        var lead = await LeadAsync(9, 9);
        org.Server.Faults.Add(new ValidationErrorFault { Where = new() { Operation = FaultOperation.Update, ObjectName = "Lead" } });
        var refused = await org.RunAsync(policy);
        org.Server.Faults.StopAll();

        await org.RunAsync(policy);

        Assert.That((refused.Leads!.Refused, refused.IsComplete), Is.EqualTo((1, false)));
        Assert.That(await OwnerAsync(lead), Is.EqualTo(users[0]));
    }

    [Test]
    public async Task What_a_person_puts_back_into_the_queue_stays_there()
    {
        var lead = await LeadAsync(9, 9);
        await org.RunAsync(policy);
        await org.Person.EditAsync(lead, new JsonObject { ["OwnerId"] = queue.Value }, "Lead");

        await org.RunAsync(policy);

        Assert.That(await OwnerAsync(lead), Is.EqualTo(queue));
    }

    [Test]
    public async Task A_revert_gives_leads_back_to_their_queue_but_those_that_somebody_has_passed_on()
    {
        var (kept, passedOn) = (await LeadAsync(9, 9), await LeadAsync(9, 9));
        var run = await org.RunAsync(policy);
        await org.Person.EditAsync(passedOn, new JsonObject { ["OwnerId"] = users[2].Value }, "Lead");

        await using (var workplace = await org.OpenAsync(Host.Configuration.JournalUse.Write, policy))
            await workplace.Get<RevertRun>().RevertAsync(run.Run, TestOrg.Request(workplace) with { Kind = RunKind.Revert }, default);
        await org.RunAsync(policy);

        Assert.That(await OwnersAsync(kept, passedOn), Is.EqualTo(new[] { queue, users[2] }));
    }

    [Test]
    public async Task A_field_that_is_not_there_is_named_and_the_rest_of_the_run_goes_on()
    {
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        var misspelt = ("Policy:File", (string?)await PolicyAsync("leads: { enabled: true, fields: { fit: No_Such__c, intent: AnnualRevenue } }\n"));

        var tally = await org.RunAsync(misspelt);

        Assert.That(tally.Drift.Single(), Has.Property("Kind").EqualTo(DriftKind.Leads).And.Property("Loss").Contains("No_Such__c"));
        Assert.That((await org.Person.ReadAsync(deal)).GetProperty("ForecastCategoryName").GetString(), Is.EqualTo("Best Case"));
    }

    [Test]
    public async Task A_made_up_org_has_leads_in_time_and_late_and_the_same_deals_as_without()
    {
        await using var with = await SandboxServer.StartAsync(new SandboxOptions { Opportunities = 20, Leads = 30 }, TimeProvider.System, default);
        await using var without = await SandboxServer.StartAsync(new SandboxOptions { Opportunities = 20 }, TimeProvider.System, default);

        Assert.That(with.Org.Read(store => store["Lead"].Scan().Count()), Is.EqualTo(30));
        Assert.That(Deals(with), Is.EqualTo(Deals(without)));
    }

    private static List<object?> Deals(SandboxServer server) => server.Org.Read(store => store["Opportunity"].Scan().Select(deal => deal["Name"]).ToList());

    private Task<SalesforceId> LeadAsync(int? fit, int? intent) => org.Person.CreateAsync(
        new JsonObject { ["LastName"] = "Lane", ["Company"] = "Brook & Vale", ["LeadSource"] = "Web", ["OwnerId"] = queue.Value, ["NumberOfEmployees"] = fit, ["AnnualRevenue"] = intent }, "Lead");

    private Task<SalesforceId> UserAsync(string name) => org.Person.CreateAsync(
        new JsonObject { ["Username"] = $"{name}@sandbox.example", ["LastName"] = name, ["Email"] = $"{name}@sandbox.example", ["IsActive"] = true }, "User");

    private async Task<SalesforceId> OwnerAsync(SalesforceId lead) => SalesforceId.Parse((await org.Person.ReadAsync(lead, "Lead")).GetProperty("OwnerId").GetString()!);

    private async Task<SalesforceId[]> OwnersAsync(params SalesforceId[] leads)
    {
        var owners = new List<SalesforceId>();
        foreach (var lead in leads)
            owners.Add(await OwnerAsync(lead));
        return [.. owners];
    }

    private async Task<string> PolicyAsync(string section)
    {
        var file = Path.Combine(org.Folder, $"{Guid.NewGuid():N}.yaml");
        await File.WriteAllTextAsync(file, $"{await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "policy.yaml"))}\n{section}");
        return file;
    }
}
