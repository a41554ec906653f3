using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Saving.Behaviors;

/// <summary>The behaviour of each object that has one.</summary>
internal static class SaveBehaviors
{
    private static readonly Dictionary<string, SaveBehavior> ByObject = new()
    {
        ["Account"] = new AccountBehavior(),
        ["Contact"] = new ContactBehavior(),
        ["Event"] = new EventBehavior(),
        ["Lead"] = new LeadBehavior(),
        ["Opportunity"] = new OpportunityBehavior(),
        ["OpportunityContactRole"] = new ContactRoleBehavior(),
        ["Task"] = new TaskBehavior(),
        ["User"] = new UserBehavior(),
    };

    public static SaveBehavior? Of(SObjectType type) => ByObject.GetValueOrDefault(type.Name);

    public static void DefineComputedFields(Org org)
    {
        foreach (var behavior in ByObject.Values)
            behavior.DefineComputedFields(org);
    }
}
