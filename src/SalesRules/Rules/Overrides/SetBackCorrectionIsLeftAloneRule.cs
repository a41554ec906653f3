using System.Globalization;
using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Overrides;

/// <summary>
/// A correction that somebody keeps setting back is not made again: who does is named, so that people settle it and no two
/// machines pull at one field for ever. Source: catalogue section 15 (choice: design promise 6; a hold is the way to disagree for good).
/// </summary>
public sealed class SetBackCorrectionIsLeftAloneRule : IRule
{
    public string Id => "override.tug-of-war";

    public string Condition => "a correction was set back {overrides.tug-of-war-rounds} times while no score changed, and the field still says otherwise";

    public bool CountsForRisk => false;

    public string Weighs => "medium";

    public IReadOnlyList<string> Settings { get; } = ["overrides.tug-of-war-rounds"];

    public IReadOnlyList<string> Reads { get; } = ["Probability"];

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.Context.Contested.Count == 0 || Standing(deal).Count == 0)
            return RuleOutcome.Clear;
        return new Finding(Id, Severity.Medium, deal);
    }

    public Explanation Explain(Deal deal)
    {
        var contested = Standing(deal);
        return new Explanation
        {
            Message = $"{Sentences.Join([.. contested.Select(Words)])}; it is left alone until a score changes. Settle it with them, or let a manager hold the category.",
            Evidence = [.. contested.Select(field => new Evidence(field.Field, ValueOf(deal, field), field.To))],
        };
    }

    /// <summary>A field that holds what we corrected it to is contested no more.</summary>
    private static List<ContestedField> Standing(Deal deal) =>
        [.. deal.Context.Contested.Where(field => ValueOf(deal, field) != field.To)];

    private static FieldValue ValueOf(Deal deal, ContestedField field) => deal.Policy.Fields.Find(field.Field)!.ValueOf(deal.Opportunity);

    private static string Words(ContestedField field) => string.Create(
        CultureInfo.InvariantCulture,
        $"{field.Field} was corrected to {field.To} {field.Rounds} times and set back each time{(field.By is { } by ? $", last by {by}" : "")}");
}
