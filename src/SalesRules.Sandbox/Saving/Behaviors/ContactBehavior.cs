namespace SalesRules.Sandbox.Saving.Behaviors;

/// <summary>Contacts: named from their parts; they show when something last happened.</summary>
internal sealed class ContactBehavior : PersonNameBehavior
{
    public override void DefineComputedFields(Org org) => ActivityDates.Define(org, org.Store["Contact"], "WhoId");
}
