namespace SalesRules.Host.Tests.Schedules;

[OnEachDatabase]
internal sealed class ScheduleReconciliationTests(DatabaseKind kind)
{
    private ScheduleStoreBench store = null!;

    [SetUp]
    public async Task OpenAsync() => store = await ScheduleStoreBench.OpenAsync(kind);

    [TearDown]
    public async Task CloseAsync() => await store.DisposeAsync();

    [Test]
    public async Task The_store_follows_the_settings_from_start_to_start()
    {
        Assert.That(await store.StartAsync(("a", "0 1 * * *", true), ("b", "0 2 * * *", true)), Is.EqualTo(new[] { "a: 0 0 1 * * ? in UTC", "b: 0 0 2 * * ? in UTC" }));
        Assert.That(await store.StartAsync(("b", "0 3 * * *", true), ("c", "0 4 * * *", true)), Is.EqualTo(new[] { "b: 0 0 3 * * ? in UTC", "c: 0 0 4 * * ? in UTC" }));
        Assert.That(await store.StartAsync(("b", "0 3 * * *", false), ("c", "0 4 * * *", true)), Is.EqualTo(new[] { "c: 0 0 4 * * ? in UTC" }));
        Assert.That(await store.StartAsync(), Is.Empty);
    }

    [Test]
    public async Task A_schedule_that_has_not_changed_keeps_the_time_that_is_due()
    {
        await store.StartAsync(("a", "0 1 1 1 *", true));
        var before = await store.NextTimeAsync(("a", "0 1 1 1 *", true));
        await store.StartAsync(("a", "0 1 1 1 *", true));

        Assert.That(await store.NextTimeAsync(("a", "0 1 1 1 *", true)), Is.EqualTo(before).And.Not.Null);
    }
}
