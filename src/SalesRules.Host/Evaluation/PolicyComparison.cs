using SalesRules.Host.Commands;
using SalesRules.Policies;
using SalesRules.PolicyReview.Differences;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Host.Evaluation;

/// <summary>
/// Decides the rows of a file by two policies, one row after the other. Where the two name fields differently, the file is read twice side
/// by side, each time with one policy's names.
/// </summary>
internal sealed class PolicyComparison(Policy before, Policy after)
{
    public const int ErrorsShown = 5;

    private readonly RuleBook rulesBefore = new(before);
    private readonly RuleBook rulesAfter = new(after);

    /// <summary>Whether the two policies give a field of the org different names.</summary>
    public static bool NamesDiffer(Policy before, Policy after) => OpportunityFields.All.Any(field => before.Fields.NameOf(field) != after.Fields.NameOf(field));

    public async Task<ComparedRows> ReadAsync(string inputName, DateOnly today, CancellationToken cancellationToken)
    {
        var namesDiffer = NamesDiffer(before, after);
        if (namesDiffer && inputName == "-")
            throw CommandException.WrongInput("--input -: the two policies name fields differently, so the rows have to be read twice; write them to a file and name it.");
        await using var input = InputFile.Open(inputName);
        await using var rows = await RowSources.OpenAsync(input, inputName, before.Fields, CsvOptions.Default, cancellationToken);
        using var progress = FileProgress.Start("Comparing", input);
        if (!namesDiffer)
            return await CompareAsync(rows, rows, today, progress.Report, cancellationToken);
        await using var again = InputFile.Open(inputName);
        await using var rowsAgain = await RowSources.OpenAsync(again, inputName, after.Fields, CsvOptions.Default, cancellationToken);
        return await CompareAsync(rows, rowsAgain, today, progress.Report, cancellationToken);
    }

    private async Task<ComparedRows> CompareAsync(IRowSource rows, IRowSource rowsAgain, DateOnly today, Action<long> progress, CancellationToken cancellationToken)
    {
        var context = new DealContext { Today = today };
        var differences = new DecisionDifferences();
        var firstErrors = new List<string>();
        long unreadable = 0;
        for (long count = 1; await NextAsync(rows, rowsAgain, cancellationToken); count++)
        {
            try
            {
                var old = rows.Read();
                var now = rows == rowsAgain ? old : rowsAgain.Read();
                differences.Add(now, rulesBefore.Decide(old, context), rulesAfter.Decide(now, context));
            }
            catch (SnapshotFormatException problem)
            {
                unreadable++;
                if (firstErrors.Count < ErrorsShown)
                    firstErrors.Add($"line {rows.Line}: {problem.Message}");
            }

            if (count % 1000 == 0)
                progress(rows.BytesRead);
        }

        return new ComparedRows(differences, unreadable, firstErrors);
    }

    private static async ValueTask<bool> NextAsync(IRowSource rows, IRowSource rowsAgain, CancellationToken cancellationToken) =>
        await rows.NextAsync(cancellationToken) && (rows == rowsAgain || await rowsAgain.NextAsync(cancellationToken));
}
