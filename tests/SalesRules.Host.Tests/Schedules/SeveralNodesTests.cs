namespace SalesRules.Host.Tests.Schedules;

/// <summary>Workers that share one store; a SQLite file has one worker, so that only PostgreSQL is asked.</summary>
internal sealed class SeveralNodesTests
{
    [Test]
    public async Task Nodes_that_start_at_once_agree()
    {
        await using var store = await ScheduleStoreBench.OpenAsync(DatabaseKind.Postgres);
        (string, string, bool)[] schedules = [("a", "0 1 * * *", true), ("b", "0 2 * * *", true)];

        var nodes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => store.StartAsync(schedules))));

        Assert.That(nodes, Is.All.EqualTo(new[] { "a: 0 0 1 * * ? in UTC", "b: 0 0 2 * * ? in UTC" }));
    }
}
