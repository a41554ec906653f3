namespace SalesRules.PolicyReview.Differences;

/// <summary>What of a decision a reviewer counts.</summary>
public enum DecisionAspect
{
    Category,
    Stage,
    Gate,
    Risk,
}

/// <summary>The aspects' names in reports.</summary>
public static class DecisionAspects
{
    public static IReadOnlyList<DecisionAspect> All { get; } = Enum.GetValues<DecisionAspect>();

    public static string Words(this DecisionAspect aspect) => aspect switch
    {
        DecisionAspect.Category => "forecast category",
        DecisionAspect.Stage => "stage",
        DecisionAspect.Gate => "POV gate",
        _ => "risk",
    };
}
