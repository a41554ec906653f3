using static SalesRules.Sandbox.Schema.Field;

namespace SalesRules.Sandbox.Schema.Standard;

/// <summary>Pricebook2: the price book that an opportunity's products come from.</summary>
internal static class PricebookObject
{
    public static SObjectDefinition Define() => new(
        new SObjectTraits("Pricebook2", "01s", "Price Book", "Price Books")
        {
            SupportedScopes = [("everything", "All price books")],
        },
        [
            Id("Price Book ID"),
            IsDeleted(),
            Name("Price Book Name", 255),
            .. Audit(),
            .. Viewed(),
            Checkbox("IsActive", "Active"),
            Checkbox("IsArchived", "Archived").System(),
            Text("Description", "Description", 255),
            Checkbox("IsStandard", "Is Standard Price Book").System(),
        ]);
}
