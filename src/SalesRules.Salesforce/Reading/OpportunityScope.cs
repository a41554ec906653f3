using SalesRules.Salesforce.Reading.Soql;

namespace SalesRules.Salesforce.Reading;

/// <summary>The usual choices of opportunities.</summary>
public static class OpportunityScope
{
    /// <summary>Open deals.</summary>
    public static SoqlCondition Open { get; } = SoqlCondition.Compare("IsClosed", SoqlComparison.Equal, SoqlLiteral.Of(false));

    /// <summary>Open deals, and closed ones that changed since an instant: won and lost deals matter for a while longer.</summary>
    public static SoqlCondition OpenOrChangedSince(DateTimeOffset since) => SoqlCondition.Any(
        Open, SoqlCondition.Compare("SystemModstamp", SoqlComparison.GreaterOrEqual, SoqlLiteral.Of(since)))!;
}
