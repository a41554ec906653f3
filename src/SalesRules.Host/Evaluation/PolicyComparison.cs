using System.Globalization;
using SalesRules.Host.Commands;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Host.Evaluation;

/// <summary>Decides the rows of a file by two policies, one row after the other.</summary>
internal sealed class PolicyComparison(Policy before, Policy after)
{
    private readonly RuleBook rulesBefore = new(before);
    private readonly RuleBook rulesAfter = new(after);

    public async Task<ComparedRows> ReadAsync(string inputName, DateOnly today, CancellationToken cancellationToken)
    {
        await using var rows = await PairedRows.OpenAsync(inputName, before, after, _ => CsvOptions.Default, cancellationToken);
        using var progress = FileProgress.Start("Comparing", rows.Input);
        var context = new DealContext { Today = today };
        var compared = new ComparedRows();
        for (long count = 1; await rows.NextAsync(cancellationToken); count++)
        {
            try
            {
                var (old, now) = rows.Read();
                compared.Differences.Add(now, rulesBefore.Decide(old, context), rulesAfter.Decide(now, context));
            }
            catch (SnapshotFormatException problem)
            {
                compared.LeaveOut(string.Create(CultureInfo.InvariantCulture, $"line {rows.Line}"), problem.Message);
            }

            if (count % 1000 == 0)
                progress.Report(rows.BytesRead);
        }

        return compared;
    }
}
