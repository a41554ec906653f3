using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Overrides;

/// <summary>What a manager's hold of the category is worth today.</summary>
public enum HoldState
{
    /// <summary>There is none, it has ended, or it is dated to begin on a day to come.</summary>
    None,

    /// <summary>It holds.</summary>
    Holds,

    /// <summary>It breaks a condition: it does not hold.</summary>
    Invalid,

    /// <summary>Whether the holder manages the owner is not known: nothing is corrected against it, nothing is said.</summary>
    Unknown,
}

/// <summary>
/// A manager may hold a category against the ceiling, with reason and end (catalogue section 15): valid when the holder is not
/// the owner but in the owner's chain of managers (or in a role the policy names), the reason is not empty and the end is at
/// most 14 days after it was set.
/// </summary>
/// <param name="State">What it is worth today.</param>
/// <param name="Category">The category held; null when there is no hold or its category is none of the six.</param>
/// <param name="Problems">The conditions it breaks.</param>
public sealed record ForecastHold(HoldState State, ForecastCategory? Category, IReadOnlyList<HoldProblem> Problems)
{
    /// <summary>The fields that a hold rests on.</summary>
    internal static IReadOnlyList<string> Fields { get; } =
        ["Forecast_Hold__c", "Forecast_Hold_Set_On__c", "Forecast_Hold_Until__c", "Forecast_Hold_Reason__c", "Forecast_Hold_By__c", "Owner.ManagerId"];

    private const string Until = "Forecast_Hold_Until__c";

    private static readonly ForecastHold Nothing = new(HoldState.None, null, []);

    /// <summary>Whether the hold keeps that category from being corrected.</summary>
    public bool Keeps(ForecastCategory category) => State is HoldState.Holds or HoldState.Unknown && category <= Category;

    public static ForecastHold Of(Opportunity opportunity, DealContext context, OverridePolicy policy)
    {
        if (opportunity.ForecastHold is null || opportunity.ForecastHoldUntil < context.Today || opportunity.ForecastHoldSetOn > context.Today)
            return Nothing;
        var category = ForecastCategories.Parse(opportunity.ForecastHold);
        var problems = new List<HoldProblem>();
        if (category is null)
            problems.Add(new("Forecast_Hold__c", "its category is none that Salesforce knows", "a category"));
        if (string.IsNullOrWhiteSpace(opportunity.ForecastHoldReason))
            problems.Add(new("Forecast_Hold_Reason__c", "it gives no reason", "a reason"));
        problems.AddRange(TermProblems(opportunity, policy));
        var holderManages = HolderManages(opportunity, context.Users, policy);
        if (holderManages == false)
            problems.Add(new("Forecast_Hold_By__c", "its holder is not one of the owner's managers", "a manager of the owner"));
        if (problems.Count > 0)
            return new ForecastHold(HoldState.Invalid, category, problems);
        return new ForecastHold(holderManages is null ? HoldState.Unknown : HoldState.Holds, category, []);
    }

    private static IEnumerable<HoldProblem> TermProblems(Opportunity opportunity, OverridePolicy policy)
    {
        if (opportunity.ForecastHoldSetOn is not { } setOn)
            yield return new HoldProblem("Forecast_Hold_Set_On__c", "it does not say when it was set", "a date");
        else if (opportunity.ForecastHoldUntil is not { } until)
            yield return new HoldProblem(Until, "it has no end", Term(policy));
        else if (until.DayNumber - setOn.DayNumber > policy.MaximumDays)
            yield return new HoldProblem(Until, $"it ends more than {policy.MaximumDays} days after it was set", Term(policy));
    }

    private static string Term(OverridePolicy policy) => $"at most {policy.MaximumDays} days after it was set";

    /// <summary>Null: not known from what there is.</summary>
    private static bool? HolderManages(Opportunity opportunity, UserDirectory? users, OverridePolicy policy)
    {
        if (opportunity.ForecastHoldBy is not { } holder || holder == opportunity.OwnerId)
            return false;
        if (holder == opportunity.OwnerManagerId)
            return true;
        if (users?.Find(holder)?.Role is { } role && policy.Roles.Contains(role))
            return true;
        if (users is null || opportunity.OwnerId is not { } owner || users.Find(owner) is null)
            return null;
        return users.ManagersOf(owner).Any(manager => manager.Id == holder);
    }
}
