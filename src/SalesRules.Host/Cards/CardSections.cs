using SalesRules.Cards;
using SalesRules.Decisions;
using SalesRules.Host.Runs;
using SalesRules.Rules;
using SalesRules.Snapshots;
using static SalesRules.Host.Cards.CardWords;

namespace SalesRules.Host.Cards;

/// <summary>The decision card in words, part by part: text and Markdown print the same.</summary>
internal static class CardSections
{
    /// <summary>The deal and how it stands, in the head of the card.</summary>
    public static IReadOnlyList<string> Head(ExplainedDeal deal)
    {
        var (record, decision) = (deal.Card.Opportunity, deal.Card.Decision);
        return
        [
            $"{record.StageName ?? "no stage"}, {record.ForecastCategoryName ?? "no category"}, amount {Shown(FieldValue.Of(record.Amount))}, closes {Shown(FieldValue.Of(record.CloseDate))}, as of {Shown(FieldValue.Of(decision.AsOf))}",
            .. deal.Card.KeepsScores ? Evidence(deal.Card) : ["MIQL     the org keeps no scores, or not all five: what rests on them is not known", $"Forecast {decision.Forecast.Current ?? "empty"}"],
            $"POV gate {Gate(decision.Pov)}",
            $"Risk     {decision.Risk.Level}{(decision.Risk.Rules.Count == 0 ? "" : $": {string.Join(", ", decision.Risk.Rules)}")}",
            .. deal.Stored is { } stored ? [$"Decided  {Time(stored.DecidedAt)} by run {stored.Run}, made again from the journal: {deal.Difference ?? "the same in every byte"}"] : Array.Empty<string>(),
        ];
    }

    public static IEnumerable<CardSection> Of(ExplainedDeal deal)
    {
        yield return Findings(deal.Card);
        yield return new CardSection("Values seen", [.. deal.Card.Values.Select(value => new CardLine($"{value.Field} = {Shown(value.Value)}{Age(value)}"))]);
        yield return Margins(deal.Card);
        yield return Near("Would fire after one step", deal.Card.Near.Where(near => near.WouldFire));
        yield return Near("Would cease after one step", deal.Card.Near.Where(near => !near.WouldFire));
        if (deal.Card.Decision.NotRun.Count > 0)
            yield return new CardSection("Not run for lack of fields or context", [.. deal.Card.Decision.NotRun.Select(rule => new CardLine(rule))]);
        foreach (var section in HistorySections.Of(deal.History))
            yield return section;
    }

    private static string[] Evidence(DealCard card)
    {
        var (miql, forecast) = (card.Decision.Miql, card.Decision.Forecast);
        return
        [
            $"MIQL     {string.Join("  ", Pillars.All.Select(pillar => $"{pillar.Label(card.Motion)} {Number(miql[pillar])}"))}  total {Number(miql.Total)}",
            $"Review   {(miql.Lowest.Count == 0 ? "all pillars at 2" : $"opens with {string.Join(", ", miql.Lowest.Select(pillar => pillar.Label(card.Motion)))}")}",
            $"Forecast {forecast.Current ?? "empty"}; the evidence allows {forecast.Ceiling.Name()}; proposed {forecast.Proposed.Name()}",
        ];
    }

    private static CardSection Findings(DealCard card) => new(
        card.Decision.Findings.Count == 0 ? "No findings" : "Findings",
        [.. card.Decision.Findings.Select(finding => new CardLine($"[{finding.Severity.Name()}] {finding.Rule}: {finding.Message}", [.. Details(card, finding)]))]);

    private static IEnumerable<string> Details(DealCard card, Finding finding)
    {
        foreach (var seen in finding.Evidence)
            yield return $"saw {seen.Field} = {Shown(seen.Value)}{(seen.Needs.IsNull ? "" : $"; needs {seen.Needs}")}";
        if (finding.Fix.Count > 0)
            yield return $"cleared by {Changes(finding.Fix)}";
        else if (card.OneStepFixes(finding.Rule).Select(step => step.Words).ToList() is { Count: > 0 } steps)
            yield return $"cleared by one change: {string.Join(", or ", steps)}";
        foreach (var change in finding.Changes)
            yield return $"proposes {change.Field}: {Shown(change.From)} -> {Shown(change.To)}";
    }

    private static CardSection Margins(DealCard card) => new(
        "Margin",
        [
            .. card.Margins.Select(margin => new CardLine($"{margin.Rule}: {margin.Field} is {Shown(FieldValue.Of(margin.Value))}, needs {Shown(FieldValue.Of(margin.Needs))}: {(margin.Missing >= 0 ? $"{Shown(FieldValue.Of(margin.Missing))} missing" : $"{Shown(FieldValue.Of(-margin.Missing))} too many")}")),
            .. card.Goals.Select(goal => new CardLine($"{goal.Goal} takes {Changes(goal.By)}")),
        ]);

    private static CardSection Near(string title, IEnumerable<NearMiss> near) =>
        new(title, [.. near.Select(miss => new CardLine($"{miss.Rule}: {string.Join("; or ", miss.Steps.Select(step => step.Words))}"))]);

    private static string Gate(PovDecision? pov) => pov switch
    {
        null => "does not apply",
        { Missed.Count: > 0 } => $"{pov.State}, missed: {string.Join(", ", pov.Missed)}{(pov.OnRecord ? "; an approval is on record" : "")}",
        _ => $"{pov.State}, path {pov.Path}{(pov.OnRecord ? "; an approval is on record" : "")}",
    };
}
