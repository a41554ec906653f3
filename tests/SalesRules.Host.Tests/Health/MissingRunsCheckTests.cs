using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;
using SalesRules.Host.Health;
using SalesRules.Host.Schedules.Ledger;

namespace SalesRules.Host.Tests.Health;

internal sealed class MissingRunsCheckTests
{
    private static readonly MissingRun Lost = new("nightly-sync", new DateTimeOffset(2026, 3, 2, 2, 30, 0, TimeSpan.Zero), 1, null);
    private static readonly MissingRun Waiting = Lost with { Schedule = "hourly-sync", Holder = "process 17 on host-a at 2026-03-02 02:00:00 UTC" };

    private readonly MissingRunAlarm alarm = new(NullLogger<MissingRunAlarm>.Instance);

    [Test]
    public async Task No_missing_run_is_healthy() => Assert.That(await CheckAsync([], null), Is.EqualTo((HealthStatus.Healthy, "No run is missing.")));

    [Test]
    public async Task A_missing_run_is_unhealthy_so_that_a_monitor_sees_it_and_named() =>
        Assert.That(await CheckAsync([Lost], null), Is.EqualTo((HealthStatus.Unhealthy, "The schedule nightly-sync was due at 2026-03-02 02:30:00 UTC and has neither run nor been skipped.")));

    [Test]
    public async Task One_that_waits_for_a_long_run_is_degraded_because_a_restart_would_cut_that_short()
    {
        Assert.That((await CheckAsync([Waiting], null)).Status, Is.EqualTo(HealthStatus.Degraded));
        Assert.That((await CheckAsync([Waiting, Lost], null)).Status, Is.EqualTo(HealthStatus.Unhealthy));
    }

    [Test]
    public async Task A_journal_that_cannot_be_asked_is_degraded_until_something_is_missing()
    {
        Assert.That(await CheckAsync([], "It is away."), Is.EqualTo((HealthStatus.Degraded, "The ledger of slots could not be read at the last look: It is away.")));
        Assert.That((await CheckAsync([Lost], "It is away.")).Status, Is.EqualTo(HealthStatus.Unhealthy));
    }

    private async Task<(HealthStatus Status, string? Sentence)> CheckAsync(IReadOnlyList<MissingRun> missing, string? problem)
    {
        alarm.Look(missing, problem);
        var result = await new MissingRunsCheck(alarm).CheckHealthAsync(new HealthCheckContext());
        return (result.Status, result.Description);
    }
}
