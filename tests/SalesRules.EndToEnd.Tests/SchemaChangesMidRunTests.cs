using SalesRules.Host.Commands;
using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Sandbox.Faults;
using SalesRules.Sandbox.Faults.Changes;
using SalesRules.Snapshots;
using FieldAccess = SalesRules.Sandbox.Schema.FieldAccess;

namespace SalesRules.EndToEnd.Tests;

/// <summary>An administrator changes the schema while a run is at work: after it was described, between read and write, right behind the write.</summary>
public class SchemaChangesMidRunTests
{
    [Test]
    public async Task A_field_that_vanishes_between_describe_and_query_refuses_the_run_and_the_next_one_does_without_it()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await org.Person.CreateCommitWithoutLeadershipAsync();
        org.Server.Faults.Add(new FieldAccessFault { Field = "MIQL_Leadership__c", Where = new() { Operation = FaultOperation.Query, ObjectName = "Opportunity" } });

        var refusal = await Assert.ThrowsAsync<SalesforceException>(() => org.RunAsync());

        Assert.That(Failures.ExitCodeOf(refusal!), Is.EqualTo(ExitCode.Refused));
        Assert.That(refusal!.Message, Does.Contain("MIQL_Leadership__c of Opportunity"));
        Assert.That(org.Server.Calls.Latest.Select(call => call.Method), Has.None.EqualTo("PATCH"));
        var next = await org.RunAsync();
        Assert.That((next.Drift.Single().Field, next.Status), Is.EqualTo(("MIQL_Leadership__c", "partial")));
        org.Server.Faults.StopAll();
        Assert.That((await org.RunAsync()).IsComplete, Is.True);
        Assert.That(await CategoryAsync(org, deal), Is.EqualTo("Best Case"));
    }

    /// <summary>One deal goes out alone, two as a batch.</summary>
    [TestCase(1)]
    [TestCase(2)]
    public async Task A_permission_that_is_lost_between_read_and_write_refuses_the_records_and_they_are_decided_again(int deals)
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await CreateAsync(org, deals);
        org.Server.Faults.Add(new FieldAccessFault { Field = "SalesRules_Reason__c", Access = FieldAccess.ReadOnly, Where = new() { Operation = FaultOperation.Retrieve }, Moment = FaultMoment.After });

        var refused = await org.RunAsync();
        var next = await org.RunAsync();

        Assert.That((refused.Writes.Refused, refused.Writes.Written, refused.IsComplete), Is.EqualTo((deals, 0, false)));
        Assert.That(refused.Notes.Lines[0], Does.Contain("Our user may not write the field").And.Contain("SalesRules_Reason__c"));
        Assert.That((next.Read, next.Writes.Refused, next.Writes.Written, next.Drift.Single().Field), Is.EqualTo((deals, 0, deals, "SalesRules_Reason__c")), string.Join('\n', next.Notes.Lines));
        await HealsAsync(org, deal);
    }

    [TestCase(1)]
    [TestCase(2)]
    public async Task A_value_that_is_retired_between_read_and_write_refuses_the_records_and_they_are_decided_again(int deals)
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await CreateAsync(org, deals);
        org.Server.Faults.Add(new RetiredValueFault { Field = "ForecastCategoryName", Value = "Best Case", Where = new() { Operation = FaultOperation.Retrieve }, Moment = FaultMoment.After });

        var refused = await org.RunAsync();
        var next = await org.RunAsync();

        Assert.That((refused.Writes.Refused, refused.Writes.Written), Is.EqualTo((deals, 0)));
        Assert.That(refused.Notes.Lines[0], Does.Contain("not in the field's picklist"));
        Assert.That((next.Writes.Refused, next.Writes.Written, next.Drift.Single().Value), Is.EqualTo((0, deals, "Best Case")), string.Join('\n', next.Notes.Lines));
        await HealsAsync(org, deal);
    }

    [TestCase("SalesRules_Risk__c", 1)]
    [TestCase("SalesRules_Risk__c", 2)]
    [TestCase("MIQL_Leadership__c", 1)]
    [TestCase("MIQL_Leadership__c", 2)]
    public async Task A_field_that_vanishes_between_read_and_write_stops_the_run_and_the_next_one_finds_out_what_was_written(string field, int deals)
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await CreateAsync(org, deals);
        org.Server.Faults.Add(new FieldAccessFault { Field = field, Where = new() { Operation = FaultOperation.Retrieve }, Moment = FaultMoment.After });

        await NoUnforeseenFailureAsync(org, field);
        var next = await org.RunAsync();

        Assert.That((next.Writes.Refused, next.Writes.Unclear, next.Drift.Single().Field), Is.EqualTo((0, 0, field)), string.Join('\n', next.Notes.Lines));
        await HealsAsync(org, deal);
    }

    [Test]
    public async Task A_field_that_vanishes_right_behind_the_write_leaves_nothing_unclear()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        var deal = await CreateAsync(org, 2);
        org.Server.Faults.Add(new FieldAccessFault { Field = "SalesRules_Reason__c", Where = new() { Operation = FaultOperation.Update }, Moment = FaultMoment.After });

        await NoUnforeseenFailureAsync(org, "SalesRules_Reason__c");
        org.Server.Calls.Clear();
        var next = await org.RunAsync();

        // What stands on the records is left alone; the rows of their score history had not gone out.
        Assert.That((next.Writes.Refused, next.Writes.Unclear, next.Planned.CorrectedDeals), Is.EqualTo((0, 0, 0)), string.Join('\n', next.Notes.Lines));
        Assert.That(org.Server.Calls.Latest.Where(call => call.Method == "PATCH").Select(call => call.Path), Has.All.Contain("MIQL_Score__c"));
        await HealsAsync(org, deal);
    }

    private static async Task NoUnforeseenFailureAsync(TestOrg org, string field)
    {
        try
        {
            var tally = await org.RunAsync();
            Assert.That((tally.IsComplete, tally.Writes.Refused > 0), Is.EqualTo((false, true)));
            Assert.That(tally.Notes.Lines[0], Does.Contain(field));
        }
        catch (SalesforceException problem)
        {
            Assert.That(Failures.ExitCodeOf(problem), Is.EqualTo(ExitCode.Refused));
            Assert.That(problem.Message, Does.Contain(field));
        }
    }

    private static async Task HealsAsync(TestOrg org, SalesforceId deal)
    {
        org.Server.Faults.StopAll();
        var healed = await org.RunAsync();
        Assert.That(healed.IsComplete, Is.True, string.Join('\n', healed.Notes.Lines));
        Assert.That(await CategoryAsync(org, deal), Is.EqualTo("Best Case"));
        Assert.That((await org.RunAsync()).Planned.Deals, Is.Zero);
    }

    private static async Task<SalesforceId> CreateAsync(TestOrg org, int deals)
    {
        var last = default(SalesforceId);
        for (var number = 0; number < deals; number++)
            last = await org.Person.CreateCommitWithoutLeadershipAsync();
        return last;
    }

    private static async Task<string?> CategoryAsync(TestOrg org, SalesforceId deal) => (await org.Person.ReadAsync(deal)).GetProperty("ForecastCategoryName").GetString();
}
