using SalesRules.Host.Configuration;
using SalesRules.Host.Runs;
using SalesRules.Journal.Leases;
using SalesRules.Journal.Runs;

namespace SalesRules.EndToEnd.Tests;

/// <summary>A run that is paused between two batches and wakes up before anybody has taken its lease: its own clocks stop it.</summary>
[OnEachDatabase]
public class PausedRunTests(DatabaseKind kind)
{
    [Test]
    public async Task It_sends_nothing_more_and_the_next_run_brings_the_org_to_its_end()
    {
        await using var org = await TestOrg.StartAsync(opportunities: 700);
        await using var journal = await TestDatabase.CreateAsync(kind);
        var clock = new PausingClock();
        await using (var workplace = await org.OpenAsync(clock, JournalUse.Write, ("Journal:ConnectionString", journal.ConnectionString)))
        {
            var writesBefore = 0;
            var request = TestOrg.Request(workplace) with
            {
                Watch = tally =>
                {
                    if (tally.Writes.Written == 0 || clock.HasPaused)
                        return;
                    clock.Pause(TimeSpan.FromSeconds(50));
                    writesBefore = Writes(org);
                },
            };
            var problem = await Assert.ThrowsAsync<FencedOffException>(() => workplace.Get<RuleRun>().RunOnceAsync(request, default));

            Assert.That(problem!.Message, Does.StartWith("The run was stopped before it sent more: its lease of 60 s for the org "));
            Assert.That(Writes(org), Is.EqualTo(writesBefore).And.GreaterThan(0), "not one write after the pause");
            Assert.That((await workplace.Journal.RunsAsync(org.Server.Org.Id, 1)).Single().Status, Is.EqualTo(RunStatus.Running), "whether it may still write to the journal is not its own to say");
        }

        var next = await org.RunAsync(("Journal:ConnectionString", journal.ConnectionString));
        Assert.That(next.IsComplete, Is.True, string.Join('\n', next.Notes.Lines));
        Assert.That(next.Writes.Written, Is.GreaterThan(0));
        Assert.That((await org.RunAsync(("Journal:ConnectionString", journal.ConnectionString))).Planned.Deals, Is.Zero);
    }

    private static int Writes(TestOrg org) => org.Server.Calls.Latest.Count(call => call.Method == "PATCH");

    /// <summary>The real time, and what a suspended machine finds when it wakes up: the calendar has gone on.</summary>
    private sealed class PausingClock : TimeProvider
    {
        private TimeSpan asleep;

        public bool HasPaused => asleep > TimeSpan.Zero;

        public void Pause(TimeSpan time) => asleep += time;

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + asleep;
    }
}
