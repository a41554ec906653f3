using System.Globalization;
using SalesRules.Backtests;
using SalesRules.Host.Commands;
using SalesRules.Host.Evaluation;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Host.Backtests;

/// <summary>Replays an exported history: one row for each deal and date, in any order.</summary>
internal sealed class FileHistory(string name, Func<Policy, CsvOptions> options)
{
    public async Task ReplayAsync(BacktestRun run, CancellationToken cancellationToken)
    {
        await using var rows = await PairedRows.OpenAsync(name, run.Candidate.Policy, run.Live?.Policy, options, cancellationToken);
        using var progress = FileProgress.Start("Replaying", rows.Input);
        while (await rows.NextAsync(cancellationToken))
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"line {rows.Line}");
            try
            {
                var (record, recordOfLive) = rows.Read();
                var seenOn = rows.SnapshotOn ?? throw new SnapshotFormatException("missing; every row of a history needs the date that it is a snapshot of, in a column of that name").In(SnapshotDates.Name);
                if (run.IsWanted(seenOn))
                    run.Add(place, policy => (Observe(policy, policy == run.Candidate ? record : recordOfLive, seenOn), policy.Rules));
            }
            catch (SnapshotFormatException problem)
            {
                run.AddUnreadable(place, problem.Message);
            }

            progress.Report(rows.BytesRead);
        }
    }

    private static Observation Observe(PolicyUnderTest policy, Opportunity record, DateOnly seenOn) =>
        new(seenOn, policy.Policy.StartOf(seenOn.AddDays(1)), record, new DealContext { Today = seenOn }, IsExported: true);
}
