using SalesRules.Host.Commands;
using SalesRules.Host.Configuration;
using SalesRules.Host.Schedules.Ledger;
using SalesRules.Journal;

namespace SalesRules.Host.Checks;

/// <summary>Whether runs are missing by the schedule ledger. Looks only: where the journal cannot be used as it is, this is left out.</summary>
internal sealed class ScheduleChecks(CheckList list, TimeProvider time)
{
    private const string NoWorkerYet = "No worker has run schedules on this journal yet.";

    public async Task RunAsync(IConfiguration settings, CancellationToken cancellationToken)
    {
        if (list.Failures.Any(result => result.Name == CheckNames.Database))
        {
            list.Skip([CheckNames.MissingRuns], "the database cannot be used");
            return;
        }

        try
        {
            await LookAsync(settings.Section<JournalOptions>(JournalOptions.Section).ConnectionString, cancellationToken);
        }
        catch (Exception problem) when (problem is JournalException or CommandException)
        {
            list.Fail(CheckNames.MissingRuns, problem.Message);
        }
    }

    private async Task LookAsync(string connectionString, CancellationToken cancellationToken)
    {
        // Opening an older journal would bring it up to date, and one that is not there would be made.
        switch (await SchemaOfAsync(connectionString, cancellationToken))
        {
            case null:
                list.Pass(CheckNames.MissingRuns, NoWorkerYet);
                return;
            case var version when version != RunJournal.NewestSchema:
                list.Skip([CheckNames.MissingRuns], "no worker of this version has used the journal yet");
                return;
        }

        await using var journal = await RunJournal.OpenAsync(connectionString, time, cancellationToken: cancellationToken);
        var accounts = await journal.ScheduleAccountsAsync(cancellationToken);
        var missing = accounts.Select(account => MissingRun.Of(account, time.GetUtcNow(), MissingRun.Patience)).OfType<MissingRun>().ToList();
        if (missing.Count == 0)
            list.Pass(CheckNames.MissingRuns, accounts.Count == 0 ? NoWorkerYet : "No slot is more than a quarter of an hour late.");
        else
            list.Fail(CheckNames.MissingRuns, string.Join(Environment.NewLine, missing), "See that a worker runs and reaches the journal: it catches up within a minute of its start. `salesrules schedule history NAME` shows what became of each slot.");
    }

    internal static async Task<long?> SchemaOfAsync(string connectionString, CancellationToken cancellationToken) => JournalPlace.Of(connectionString) switch
    {
        { IsShared: true } => (await ServerInspection.OfAsync(connectionString, cancellationToken)).Schema,
        { File: { } file } when File.Exists(file) => await DatabaseChecks.VersionAsync(file, cancellationToken),
        _ => null,
    };
}
