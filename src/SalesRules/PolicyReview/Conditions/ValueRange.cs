using SalesRules.Expressions.Syntax;

namespace SalesRules.PolicyReview.Conditions;

/// <summary>The numbers that a field or function can have, both ends included.</summary>
/// <param name="Most">Null: no end.</param>
internal sealed record ValueRange(decimal Least, decimal? Most)
{
    private static readonly ValueRange Points2 = new(0, 2);
    private static readonly ValueRange Points3 = new(0, 3);
    private static readonly ValueRange Points10 = new(0, 10);
    private static readonly ValueRange Percent = new(0, 100);
    private static readonly ValueRange Count = new(0, null);

    /// <summary>Of the catalogue's fields. What people count beyond it is a slip of the finger, and no rule speaks of it.</summary>
    private static readonly Dictionary<string, ValueRange> OfFields = new(StringComparer.Ordinal)
    {
        ["Probability"] = Percent,
        ["PushCount"] = Count,
        ["Pain_Score__c"] = Points10,
        ["Decision_Scorecard_Wins__c"] = Points10,
        ["Intent_Evaluation"] = Points3,
        ["Intent_Timing"] = Points3,
        ["Intent_Commitment"] = Points3,
        ["Budget_Clarity"] = Points3,
        ["Procurement_Friction"] = Points3,
        ["Readiness_Urgency"] = Points2,
        ["Readiness_Authority_Path"] = Points2,
        ["Readiness_Process_Clarity"] = Points2,
        ["Readiness_Friction_Visibility"] = Points2,
    };

    /// <summary>Null: any number.</summary>
    /// <param name="field">The catalogue's name of the field that the piece is, or null.</param>
    public static ValueRange? Of(SyntaxNode node, string? field) => node switch
    {
        CallNode call when call.Function.Equals("length", StringComparison.OrdinalIgnoreCase) => Count,
        _ when field is not null => OfFields.GetValueOrDefault(field),
        _ => null,
    };

    public bool Holds(decimal number) => number >= Least && !(number > Most);

    /// <summary>The numbers within it, and its ends: beyond the numbers that a condition names, they stand for all others.</summary>
    public IEnumerable<decimal> Clip(IEnumerable<decimal> numbers) =>
        numbers.Where(Holds).Append(Least).Append(Most ?? Math.Max(Least, numbers.DefaultIfEmpty(Least).Max()));
}
