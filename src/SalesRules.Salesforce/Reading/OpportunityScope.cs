using SalesRules.Salesforce.Reading.Soql;

namespace SalesRules.Salesforce.Reading;

/// <summary>The usual choices of opportunities.</summary>
public static class OpportunityScope
{
    /// <summary>Open deals.</summary>
    public static SoqlCondition Open { get; } = SoqlCondition.Compare("IsClosed", SoqlComparison.Equal, SoqlLiteral.Of(false));

    /// <summary>Open deals, and those that were won at any time.</summary>
    public static SoqlCondition OpenOrWon { get; } = SoqlCondition.Any(Open, SoqlCondition.Compare("IsWon", SoqlComparison.Equal, SoqlLiteral.Of(true)))!;

    /// <summary>
    /// Open deals, closed ones that changed since an instant, and those won lately: their hand-off is watched for a while.
    /// </summary>
    /// <param name="wonSince">Null: no won deal is watched.</param>
    public static SoqlCondition OpenOrChangedSince(DateTimeOffset since, DateOnly? wonSince = null) => SoqlCondition.Any(
        Open,
        SoqlCondition.Compare("SystemModstamp", SoqlComparison.GreaterOrEqual, SoqlLiteral.Of(since)),
        wonSince is { } won
            ? SoqlCondition.All(
                SoqlCondition.Compare("IsWon", SoqlComparison.Equal, SoqlLiteral.Of(true)),
                SoqlCondition.Compare("CloseDate", SoqlComparison.GreaterOrEqual, SoqlLiteral.Of(won)))
            : null)!;
}
