using System.Globalization;
using SalesRules.PolicyReview.Differences;

namespace SalesRules.Host.Commands;

/// <summary>The outcome of <c>policy diff</c> for a person.</summary>
internal static class PolicyDiffReport
{
    public static void Print(IReadOnlyList<SettingDifference> settings, DecisionDifferences? deals, TextWriter output)
    {
        output.WriteLine(settings.Count == 0 ? "The two policies say the same." : Said($"{settings.Count} settings differ:"));
        foreach (var setting in settings)
            output.WriteLine($"  {setting.Key}: {setting.Old ?? "(none)"} -> {setting.New ?? "(none)"}");
        if (deals is null)
            return;
        output.WriteLine();
        output.WriteLine(Said($"{deals.Read.Deals:N0} deals read, {deals.Read.Amount:N2}; decided otherwise: {deals.Different.Deals:N0} deals, {deals.Different.Amount:N2}."));
        foreach (var aspect in DecisionAspects.All)
            PrintAspect(aspect, deals, output);
        PrintRules("Findings gained", deals.Gained, output);
        PrintRules("Findings lost", deals.Lost, output);
        PrintFirst(deals, output);
    }

    private static void PrintAspect(DecisionAspect aspect, DecisionDifferences deals, TextWriter output)
    {
        var sum = deals.SumOf(aspect);
        output.WriteLine(Said($"{aspect.Words()}: {sum.Deals:N0} deals, {sum.Amount:N2}"));
        foreach (var ((old, now), some) in deals.Of(aspect))
            output.WriteLine(Said($"  {old} -> {now}: {some.Deals:N0} deals, {some.Amount:N2}"));
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
        output.WriteLine(deals.Different.Deals > deals.First.Count ? Said($"The first {deals.First.Count} of these deals:") : "These deals:");
        foreach (var deal in deals.First)
            output.WriteLine($"  {deal.Opportunity.Id.Value} {deal.Opportunity.Name}: {string.Join("; ", Parts(deal))}");
    }

    private static IEnumerable<string> Parts(DecisionDifference deal) =>
        deal.Changes.Select(change => $"{change.Aspect.Words()} {change.Old} -> {change.New}")
            .Concat(deal.Gained.Select(rule => $"+ {rule}"))
            .Concat(deal.Lost.Select(rule => $"- {rule}"));

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
