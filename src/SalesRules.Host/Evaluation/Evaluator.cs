using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Host.Evaluation;

/// <summary>How an evaluation ended.</summary>
/// <param name="Rows">Rows of the input, readable or not: as many lines were written.</param>
/// <param name="Unreadable">Rows in whose place an error stands.</param>
/// <param name="FirstErrors">The first few of them, for the person at the terminal.</param>
internal sealed record EvaluationResult(long Rows, long Unreadable, IReadOnlyList<string> FirstErrors);

/// <summary>Decides the rows of a file one by one, in input order (design 3.2). Rules that look across deals do not run.</summary>
internal sealed class Evaluator(RuleBook rules, DateOnly today)
{
    private const int ErrorsShown = 5;

    public async Task<EvaluationResult> EvaluateAsync(IRowSource rows, DecisionLines output, Action<long>? progress, CancellationToken cancellationToken)
    {
        var context = new DealContext { Today = today };
        var firstErrors = new List<string>();
        long count = 0, unreadable = 0;
        while (await rows.NextAsync(cancellationToken))
        {
            count++;
            try
            {
                await output.WriteAsync(rules.Decide(rows.Read(), context), cancellationToken);
            }
            catch (SnapshotFormatException problem)
            {
                unreadable++;
                if (firstErrors.Count < ErrorsShown)
                    firstErrors.Add($"line {rows.Line}: {problem.Message}");
                await output.WriteErrorAsync(rows.Line, problem.Message, cancellationToken);
            }

            if (count % 1000 == 0)
                progress?.Invoke(rows.BytesRead);
        }

        await output.FlushAsync(cancellationToken);
        return new EvaluationResult(count, unreadable, firstErrors);
    }
}
