namespace SalesRules.Sandbox.Saving.Behaviors;

/// <summary>Accounts: they show when something last happened.</summary>
internal sealed class AccountBehavior : SaveBehavior
{
    public override void DefineComputedFields(Org org) => ActivityDates.Define(org, org.Store["Account"], "AccountId");
}
