using System.Globalization;
using SalesRules.Host.Portfolio;
using SalesRules.Oversight;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Host.Commands;

/// <summary>Gate debt for people: the sums, each rule, the oldest deals.</summary>
internal static class GateDebtText
{
    /// <summary>How many deals a person reads.</summary>
    public const int MostShown = 25;

    public static void Print(GateDebtTally tally, Policy policy, TextWriter console)
    {
        var output = new TerminalWriter(console);
        output.WriteLine(Said($"{tally.InDebt:N0} of {tally.Open:N0} open deals owe something to be legal in their stage: {tally.Amount:N0} in amounts, unconverted."));
        if (tally.InDebt == 0)
            return;
        output.WriteLine();
        foreach (var line in TextTable.Lines(["Rule", "Deals", "Amount", "Oldest since"], [.. tally.Rules.Select(rule => Row(rule, policy))]))
            output.WriteLine($"  {line}");
        output.WriteLine();
        foreach (var debt in tally.Oldest)
            Print(debt, policy, output);
        if (tally.InDebt > tally.Oldest.Count)
            output.WriteLine(Said($"  and {tally.InDebt - tally.Oldest.Count:N0} more: --json lists them"));
    }

    private static IReadOnlyList<Cell> Row(RuleDebt rule, Policy policy) => [Cell.Of(rule.Rule), Cell.Count(rule.Deals), Cell.Money(rule.Amount), Cell.Of(Since(rule.Oldest, policy))];

    private static void Print(GateDebt debt, Policy policy, TextWriter output)
    {
        var deal = debt.Record;
        output.WriteLine($"  {deal.Id} {deal.Name}, {deal.StageName}, {deal.Amount?.ToString("N0", CultureInfo.InvariantCulture) ?? "no amount"}, {deal.OwnerName ?? "no owner"}");
        foreach (var owed in debt.Debts)
            output.WriteLine($"    since {Since(owed, policy)}  {owed.Rule}: {owed.Message}");
    }

    /// <summary>A day; of a debt that was there at the first look, that day at the latest.</summary>
    private static string Since(Debt owed, Policy policy) => $"{FieldValue.Of(policy.DayOf(owed.Since))}{(owed.IsOlder ? " or longer" : "")}";

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
