using SalesRules.Sandbox.Faults;
using SalesRules.Sandbox.Faults.Changes;
using SalesRules.Sandbox.Faults.Replies;

namespace SalesRules.EndToEnd.Tests;

/// <summary>
/// Promise 3, at every interleaving: a person edits what we correct, before and after each call of a run, one case a place. The
/// person lowers the category by hand; nothing of ours may stand over that afterwards.
/// </summary>
public class RaceTests
{
    /// <summary>More calls than a run of one or two deals makes: the last places are never reached, which the test sees.</summary>
    private const int Places = 10;

    [Test]
    public async Task No_edit_of_a_record_that_goes_out_alone_is_lost_wherever_it_falls([Range(1, Places)] int call, [Values] FaultMoment moment)
    {
        var (category, _) = await RaceAsync(deals: 1, call, moment);

        Assert.That(category, Is.EqualTo("Pipeline"));
    }

    /// <summary>Salesforce offers no condition for a batch: between our last look and our write there is a window, and it is this one and no other.</summary>
    [Test]
    public async Task Of_a_batch_only_an_edit_between_the_last_look_and_the_write_is_lost([Range(1, Places)] int call, [Values] FaultMoment moment)
    {
        var (category, isInWindow) = await RaceAsync(deals: 2, call, moment);

        Assert.That(category, Is.EqualTo(isInWindow ? "Best Case" : "Pipeline"));
    }

    [Test]
    public async Task The_window_of_a_batch_is_measured_up_to_the_reply_of_its_write()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        await org.Person.CreateCommitWithoutLeadershipAsync();
        await org.Person.CreateCommitWithoutLeadershipAsync();
        org.Server.Faults.Add(new DelayFault { Length = TimeSpan.FromMilliseconds(300), Where = new() { Operation = FaultOperation.Update } });

        var tally = await org.RunAsync();

        Assert.That(tally.Writes.LongestWindow, Is.GreaterThanOrEqualTo(TimeSpan.FromMilliseconds(300)));
        TestContext.Out.WriteLine($"The longest window was {tally.Writes.LongestWindow!.Value.TotalMilliseconds:N0} ms, 300 ms of it an artificial delay.");
    }

    [Test]
    public async Task A_record_that_goes_out_alone_has_no_window()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        await org.Person.CreateCommitWithoutLeadershipAsync();

        Assert.That((await org.RunAsync()).Writes.LongestWindow, Is.Null);
    }

    /// <summary>Runs with an edit at that place, and once more; returns where the category ended, and whether the edit fell into the window.</summary>
    private static async Task<(string? Category, bool IsInWindow)> RaceAsync(int deals, int call, FaultMoment moment)
    {
        var clock = new OrgClock();
        await using var org = await TestOrg.StartAsync(clock, opportunities: 0);
        var contested = await org.Person.CreateCommitWithoutLeadershipAsync();
        for (var other = 1; other < deals; other++)
            await org.Person.CreateCommitWithoutLeadershipAsync();
        // Salesforce's condition counts whole seconds: an edit in the second of the last one goes unnoticed.
        clock.Advance(TimeSpan.FromSeconds(5));
        org.Server.Calls.Clear();
        var fault = org.Server.Faults.Add(new EditFault
        {
            Rows = new() { Ids = [contested.Value] },
            Values = new Dictionary<string, object?> { ["ForecastCategoryName"] = "Pipeline" },
            Where = new() { Operation = FaultOperation.Read | FaultOperation.Write },
            When = new() { Nth = call },
            Moment = moment,
        });

        await org.RunAsync();
        // As the fault counts them: reads and writes of records, not the describe before them.
        var calls = org.Server.Calls.Latest.Where(made => !made.Path.Contains("describe", StringComparison.Ordinal)).ToList();
        var write = calls.FindIndex(made => made.Method == "PATCH") + 1;
        if (org.Server.Faults.Find(fault)!.Struck == 0)
            await org.Person.EditAsync(contested, new() { ["ForecastCategoryName"] = "Pipeline" });
        org.Server.Faults.StopAll();
        clock.Advance(TimeSpan.FromSeconds(5));
        await org.RunAsync();

        var isInWindow = (call == write && moment == FaultMoment.Before) || (call == write - 1 && moment == FaultMoment.After);
        return ((await org.Person.ReadAsync(contested)).GetProperty("ForecastCategoryName").GetString(), isInWindow);
    }
}
