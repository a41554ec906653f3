using static SalesRules.Sandbox.Schema.Field;

namespace SalesRules.Sandbox.Schema.Standard;

/// <summary>OpportunityContactRole: which contact plays which part in a deal; at most one is primary.</summary>
internal static class OpportunityContactRoleObject
{
    public static SObjectDefinition Define() => new(
        new SObjectTraits("OpportunityContactRole", "00K", "Opportunity Contact Role", "Opportunity Contact Role")
        {
            Undeletable = false,
            Searchable = false,
            SearchLayoutable = false,
            MruEnabled = false,
            FeedEnabled = false,
            RecordTypes = [],
            SupportedScopes = [("everything", "All opportunity contact role")],
        },
        [
            Id("Contact Role ID"),
            Lookup("OpportunityId", "Opportunity ID", "Opportunity", "Opportunity", "OpportunityContactRoles").Required()
                with { Updateable = false, CascadeDelete = true },
            Lookup("ContactId", "Contact ID", "Contact", "Contact", "OpportunityContactRoles").Required()
                with { Updateable = false, CascadeDelete = true },
            Picklist("Role", "Role", 40, "Business User", "Decision Maker", "Economic Buyer", "Economic Decision Maker", "Evaluator",
                "Executive Sponsor", "Influencer", "Technical Buyer", "Other") with { Permissionable = false },
            Checkbox("IsPrimary", "Primary") with { Permissionable = false },
            .. Audit(),
            IsDeleted(),
        ]);
}
