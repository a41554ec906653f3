using SalesRules.Expressions.Compilation;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Expressions.Functions;

/// <summary>The functions of the language, listed by hand.</summary>
internal static class FunctionBook
{
    /// <summary>The stage types, as the policy names them.</summary>
    public static Vocabulary StageTypeWords { get; } = new("stage type", [.. StageTypes.All.Select(type => type.Name())]);

    private static readonly Vocabulary MotionWords = new("motion", [.. Motions.All.Select(motion => motion.Name())]);

    private static readonly Parameter[] FromTo = [new("from", ParameterKind.Day), new("to", ParameterKind.Day)];
    private static readonly Parameter[] TextAndPart = [new("text", ParameterKind.Text), new("'part'", ParameterKind.ConstantText)];
    private static readonly Parameter[] StageTypeOnly = [new("'stage type'", ParameterKind.StageType)];

    public static IReadOnlyList<Function> All { get; } =
    [
        new("today", [], "The business date, in the policy's time zone.", _ => Terms.Date(deal => deal.Context.Today)),
        new("quarter_start", [], "The first day of the current fiscal quarter.", _ => Terms.Date(deal => deal.Policy.Fiscal.QuarterStart(deal.Context.Today))),
        new("quarter_end", [], "The last day of the current fiscal quarter.", _ => Terms.Date(deal => deal.Policy.Fiscal.QuarterEnd(deal.Context.Today))),
        new("days_between", FromTo, "How many days the second day lies behind the first; negative where it lies before it.", DayFunctions.DaysBetween),
        new("business_days_between", FromTo, "The same in business days: the first day is not counted, the second is.", DayFunctions.BusinessDaysBetween),

        new("contains", TextAndPart, "Whether the text has that part, in any case.", TextFunctions.Contains),
        new("starts_with", TextAndPart, "Whether the text begins so, in any case.", TextFunctions.StartsWith),
        new("includes", [new("values", ParameterKind.Text), new("'value'", ParameterKind.ConstantText)], "Whether a multi-select picklist has that value among its own.", TextFunctions.Includes),
        new("length", [new("text", ParameterKind.Text)], "How many characters the text has; unknown for an empty field, which has no text.", TextFunctions.Length),
        new("coalesce", [new("value", ParameterKind.Any), new("otherwise", ParameterKind.Any)], "The first value, or the second where the first is empty.", Coalescing.Of),

        new("stage_type", [], "What the policy takes the deal's stage for: 'discovery', 'pov', ...", _ => Terms.Text(deal => deal.Stage?.Type.Name(), StageTypeWords))
        {
            Reads = ["StageName"],
            NeedsStage = true,
        },
        new("by", StageTypeOnly, "Whether the deal has come to the first stage of that type.", StageFunctions.By) { Reads = ["StageName"], NeedsStage = true },
        new("past", StageTypeOnly, "Whether the deal has left the last stage of that type behind.", StageFunctions.Past) { Reads = ["StageName"], NeedsStage = true },
        new("motion", [], "The kind of sale that the deal's Type means: 'new-business', 'expansion' or 'renewal'.", _ => Terms.Text(deal => deal.Motion.Name(), MotionWords)) { Reads = ["Type"] },
        new("miql_total", [], "The MIQL total, 0 to 10; unknown while a pillar is unscored.", _ => Terms.Number(deal => deal.Scores.Total)) { Reads = Pillars.ScoreFields },
        new("ceiling", [], "The highest forecast category that the evidence allows.", _ => Terms.Text(deal => deal.Ceiling.Name(), FieldTerms.Categories)) { Reads = Pillars.ScoreFields },
    ];

    private static readonly Dictionary<string, Function> ByName = All.ToDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The function of that name in any case, or null.</summary>
    public static Function? Find(string name) => ByName.GetValueOrDefault(name);
}
