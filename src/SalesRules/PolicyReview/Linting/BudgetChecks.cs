namespace SalesRules.PolicyReview.Linting;

/// <summary>Change budgets that allow nothing or everything, and canaries that are none.</summary>
internal static class BudgetChecks
{
    public static void Check(LintedPolicy linted)
    {
        var budget = linted.Policy.ChangeBudget;
        if (budget is { SmallRun: 0, OpenDeals: 0 } or { SmallRun: 0, MoneyMoved: 0 })
            linted.Warn("lint.budget-of-nothing", budget.OpenDeals == 0 ? "change-budget.open-deals" : "change-budget.money-moved", "with small-run: 0 every run that corrects anything stops until a person approves it; write a share above 0, or a small-run");
        if (budget is { OpenDeals: null, MoneyMoved: null, DealsPerOwner: null })
            linted.Warn("lint.no-budget", "change-budget", "no limit is left: a mistyped threshold would move the whole pipeline in one run; keep one of open-deals, money-moved and deals-per-owner");
        if (budget.CanaryPercent is 100)
            linted.Warn("lint.canary-of-everything", "change-budget.canary-percent", "the canary is the whole run, so nothing is left that it could protect; write a small share such as 1");
        if (budget.CanaryPercent is 0)
            linted.Warn("lint.canary-of-nothing", "change-budget.canary-percent", "a share of 0 sends nothing ahead; write 1, or null for no canary");
    }
}
