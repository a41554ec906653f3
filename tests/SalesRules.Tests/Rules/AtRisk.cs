using SalesRules.Decisions;

namespace SalesRules.Tests.Rules;

/// <summary>Deals whose findings add up to a risk, from rules that ask about dates only.</summary>
internal static class AtRisk
{
    /// <summary>The sound deal with what makes that risk: nothing, one medium finding, three of them, or a high one.</summary>
    public static ADeal At(this ADeal deal, RiskLevel level) => deal.With(it => level switch
    {
        RiskLevel.None => it,
        RiskLevel.Low => it with { MutualActionPlanNextDue = ADeal.Today.AddDays(-1) },
        RiskLevel.Medium => it with { MutualActionPlanNextDue = ADeal.Today.AddDays(-1), NextStepDate = ADeal.Today.AddDays(-1), PushCount = 4 },
        _ => it with { PainScore = 1 },
    });
}
