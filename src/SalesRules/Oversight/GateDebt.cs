using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Oversight;

/// <summary>What an open deal owes in order to be legal in its stage (rules that are <see cref="IRule.IsOwedByStage"/>).</summary>
/// <param name="Record">The deal as it was decided last.</param>
/// <param name="Debts">The oldest first.</param>
public sealed record GateDebt(Opportunity Record, IReadOnlyList<Debt> Debts)
{
    public DateTimeOffset Since => Debts[0].Since;

    /// <summary>What the deal owes by its newest decision.</summary>
    /// <param name="versions">The decisions of one deal, the oldest first; at least one.</param>
    /// <returns>Null: the deal is closed, or owes nothing.</returns>
    public static GateDebt? Of(IReadOnlyList<DecidedVersion> versions)
    {
        var now = versions[^1];
        if (now.Record.IsClosed == true)
            return null;
        var debts = now.Findings.Where(finding => RuleBook.Find(finding.Rule, now.Policy) is { IsOwedByStage: true }).Select(finding => DebtOf(finding, versions)).ToList();
        return debts.Count == 0 ? null : new GateDebt(now.Record, [.. debts.OrderBy(debt => debt.Since).ThenBy(debt => debt.Rule, StringComparer.Ordinal)]);
    }

    private static Debt DebtOf(DecidedFinding finding, IReadOnlyList<DecidedVersion> versions)
    {
        var first = versions.Count - 1;
        while (first > 0 && versions[first - 1].Findings.Any(earlier => earlier.Rule == finding.Rule))
            first--;
        return new Debt(finding.Rule, finding.Message, versions[first].DecidedAt, IsOlder: first == 0);
    }
}

/// <summary>One thing that is owed.</summary>
/// <param name="Message">What is missing, as the rule said it last.</param>
/// <param name="Since">The first decision of an unbroken row that found it.</param>
/// <param name="IsOlder">Whether that was the first decision of the deal at all: it may have been owed for longer.</param>
public sealed record Debt(string Rule, string Message, DateTimeOffset Since, bool IsOlder);
