using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SalesRules.Host.Alerts;
using SalesRules.Host.Configuration;
using SalesRules.Host.Schedules;
using SalesRules.Host.Syncs;
using SalesRules.Journal;
using SalesRules.Journal.Slots;
using JournaledRun = SalesRules.Journal.Runs.RunSummary;

namespace SalesRules.Host.Health;

/// <summary>The health page: what the worker works on, how it is, what it did last and what comes next. No customer values.</summary>
internal sealed class IndexModel(Workplace workplace, WorkerFacts facts, SyncHistory history, ScheduleBook schedules, HealthCheckService checks, TimeProvider time) : PageModel
{
    private const int ShownRuns = 20;
    private const int ShownTimes = 3;

    public WorkerFacts Facts => facts;

    public SyncHistory Syncs => history;

    public ScheduleBook Schedules => schedules;

    public HealthReport Health { get; private set; } = null!;

    /// <summary>Newest first; empty until a sign-in has told which org this is.</summary>
    public IReadOnlyList<JournaledRun> Runs { get; private set; } = [];

    /// <summary>The ledger of each schedule by name; empty while the journal does not answer.</summary>
    public IReadOnlyDictionary<string, ScheduleAccount> Accounts { get; private set; } = new Dictionary<string, ScheduleAccount>();

    /// <summary>How the outbox stands; null: no org is known yet, or the journal does not answer.</summary>
    public string? Messages { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Health = await checks.CheckHealthAsync(cancellationToken);
        try
        {
            Runs = await RunsAsync(cancellationToken);
            Messages = await MessagesAsync(cancellationToken);
            Accounts = (await workplace.Journal.ScheduleAccountsAsync(cancellationToken)).ToDictionary(account => account.Schedule);
        }
        catch (JournalException)
        {
            // The check of the journal, on the same page, says why.
        }
    }

    public IEnumerable<DateTimeOffset> NextTimes(Schedule schedule) => schedule.Enabled ? schedule.NextTimes(time.GetUtcNow(), ShownTimes) : [];

    public static string Local(DateTimeOffset instant) => instant.ToString("ddd yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);

    public static string Utc(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    public static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private async Task<string?> MessagesAsync(CancellationToken cancellationToken) =>
        (history.Org?.OrganizationId.Value ?? await workplace.Journal.LastOrgAsync(cancellationToken)) is { } orgId
            ? MessageTrouble.InWords(await workplace.Journal.MessageCountsAsync(orgId, time.GetUtcNow(), cancellationToken))
            : null;

    private async Task<IReadOnlyList<JournaledRun>> RunsAsync(CancellationToken cancellationToken) =>
        history.Org is { } org ? await workplace.Journal.RunsAsync(org.OrganizationId.Value, ShownRuns, cancellationToken) : [];
}
