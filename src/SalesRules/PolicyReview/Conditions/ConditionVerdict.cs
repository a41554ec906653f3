namespace SalesRules.PolicyReview.Conditions;

/// <summary>What can be said of a condition whatever stands in the fields.</summary>
internal enum ConditionVerdict
{
    /// <summary>True of some deals, or not known.</summary>
    Open,

    NeverTrue,

    AlwaysTrue,
}
