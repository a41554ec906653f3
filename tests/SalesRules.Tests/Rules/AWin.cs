using SalesRules.Policies;

namespace SalesRules.Tests.Rules;

/// <summary>A sale that was won on a day, handed over complete.</summary>
internal static class AWin
{
    public static ADeal On(DateOnly? day) => ADeal.InStage("Closed Won").Forecast("Closed").With(it => it with { IsClosed = true, IsWon = true, CloseDate = day });

    public static ADeal DaysAgo(int days) => On(ADeal.Today.AddDays(-days));

    public static Policy With(this Policy policy, Func<ClosingPolicy, ClosingPolicy> change) => policy with { Closing = change(policy.Closing) };
}
