using System.Globalization;
using SalesRules.PolicyReview.Differences;

namespace SalesRules.Host.Commands;

/// <summary>The outcome of <c>policy diff</c> for a person.</summary>
internal static class PolicyDiffReport
{
    public static void Print(IReadOnlyList<SettingDifference> settings, DecisionDifferences? deals, TextWriter console)
    {
        var output = new TerminalWriter(console);
        output.WriteLine(settings.Count == 0 ? "The two policies say the same." : settings.Count == 1 ? "1 setting differs:" : Said($"{settings.Count} settings differ:"));
        foreach (var setting in settings)
            output.WriteLine($"  {setting.Key}: {setting.Old ?? "(none)"} -> {setting.New ?? "(none)"}");
        if (deals is null)
            return;
        output.WriteLine();
        output.WriteLine(Said($"read: {Words(deals.Read)}; decided otherwise: {Words(deals.Different)}"));
        foreach (var aspect in DecisionAspects.All)
            PrintAspect(aspect, deals, output);
        PrintRules("Findings gained", deals.Gained, output);
        PrintRules("Findings lost", deals.Lost, output);
        PrintFirst(deals, output);
    }

    private static void PrintAspect(DecisionAspect aspect, DecisionDifferences deals, TextWriter output)
    {
        var sum = deals.SumOf(aspect);
        output.WriteLine(Said($"{aspect.Words()}: {Words(sum)}"));
        foreach (var ((old, now), some) in deals.Of(aspect))
            output.WriteLine(Said($"  {old} -> {now}: {Words(some)}"));
    }

    private static void PrintRules(string title, IReadOnlyDictionary<string, long> rules, TextWriter output)
    {
        if (rules.Count == 0)
            return;
        output.WriteLine($"{title}:");
        foreach (var (rule, deals) in rules)
            output.WriteLine(Said($"  {rule}: {deals:N0}"));
    }

    private static void PrintFirst(DecisionDifferences deals, TextWriter output)
    {
        if (deals.First.Count == 0)
            return;
        output.WriteLine(deals.Different.Deals == 1 ? "This deal:" : deals.Different.Deals > deals.First.Count ? Said($"The first {deals.First.Count} of these deals:") : "These deals:");
        foreach (var deal in deals.First)
            output.WriteLine($"  {deal.Opportunity.Id.Value} {deal.Opportunity.Name}: {string.Join("; ", Parts(deal))}");
    }

    private static IEnumerable<string> Parts(DecisionDifference deal) =>
        deal.Changes.Select(change => $"{change.Aspect.Words()} {change.Old} -> {change.New}")
            .Concat(deal.Gained.Select(rule => $"+ {rule}"))
            .Concat(deal.Lost.Select(rule => $"- {rule}"));

    /// <summary>"3 deals, 120,000.00".</summary>
    private static string Words(DealsAndMoney some) => Said($"{some.Deals:N0} {(some.Deals == 1 ? "deal" : "deals")}, {some.Amount:N2}");

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
