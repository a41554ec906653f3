using System.Globalization;
using SalesRules.Backtests;
using SalesRules.Host.Commands;
using SalesRules.Host.Evaluation;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Host.Backtests;

/// <summary>
/// Replays an exported history: one row for each deal and date, in any order. Where the two policies name fields differently, the file is
/// read twice side by side, each time with one policy's names.
/// </summary>
internal sealed class FileHistory(string name, Func<Policy, CsvOptions> options)
{
    public async Task ReplayAsync(BacktestRun run, CancellationToken cancellationToken)
    {
        var namesDiffer = run.Live is { } live && OpportunityFields.All.Any(field => run.Candidate.Policy.Fields.NameOf(field) != live.Policy.Fields.NameOf(field));
        if (namesDiffer && name == "-")
            throw CommandException.WrongInput("--input -: the two policies name fields differently, so the rows have to be read twice; write them to a file and name it.");
        await using var input = InputFile.Open(name);
        await using var rows = await OpenAsync(input, run.Candidate.Policy, cancellationToken);
        using var progress = FileProgress.Start("Replaying", input);
        if (!namesDiffer)
        {
            await ReplayAsync(run, rows, rows, progress, cancellationToken);
            return;
        }

        await using var again = InputFile.Open(name);
        await using var rowsAgain = await OpenAsync(again, run.Live!.Policy, cancellationToken);
        await ReplayAsync(run, rows, rowsAgain, progress, cancellationToken);
    }

    private Task<IRowSource> OpenAsync(Stream input, Policy policy, CancellationToken cancellationToken) =>
        RowSources.OpenAsync(input, name, policy.Fields, options(policy), cancellationToken);

    private static async Task ReplayAsync(BacktestRun run, IRowSource rows, IRowSource rowsAgain, FileProgress progress, CancellationToken cancellationToken)
    {
        while (await rows.NextAsync(cancellationToken) && (rows == rowsAgain || await rowsAgain.NextAsync(cancellationToken)))
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"line {rows.Line}");
            try
            {
                var record = rows.Read();
                var recordAgain = rows == rowsAgain ? record : rowsAgain.Read();
                var seenOn = rows.SnapshotOn ?? throw new SnapshotFormatException("missing; every row of a history needs the date that it is a snapshot of, in a column of that name").In(SnapshotDates.Name);
                if (run.IsWanted(seenOn))
                    run.Add(place, policy => (Observe(policy, policy == run.Candidate ? record : recordAgain, seenOn), policy.Rules));
            }
            catch (SnapshotFormatException problem)
            {
                run.AddUnreadable(place, problem.Message);
            }

            progress.Report(rows.BytesRead);
        }
    }

    private static Observation Observe(PolicyUnderTest policy, Opportunity record, DateOnly seenOn) =>
        new(seenOn, BacktestRun.EndOf(seenOn, policy.Policy), record, new DealContext { Today = seenOn }, IsExported: true);
}
