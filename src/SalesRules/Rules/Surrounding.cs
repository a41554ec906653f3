namespace SalesRules.Rules;

/// <summary>What stands around a deal and is read apart from it, only for the deals that a rule asks it of.</summary>
public enum Surrounding
{
    /// <summary>The contacts with a role in the deal.</summary>
    Contacts,

    /// <summary>What people did about it last, and the next meeting.</summary>
    Activity,

    /// <summary>Where its champion works now.</summary>
    ChampionAccount,

    /// <summary>The account's other open deals.</summary>
    Siblings,

    /// <summary>The sale that a renewal renews.</summary>
    OriginalSale,
}

/// <summary>Where each is read.</summary>
public static class SurroundingNames
{
    /// <summary>The API name of the object that our user must be able to read for it.</summary>
    public static string ObjectName(this Surrounding what) => what switch
    {
        Surrounding.Contacts => "OpportunityContactRole",
        Surrounding.Activity => "Event",
        Surrounding.ChampionAccount => "Contact",
        _ => "Opportunity",
    };
}
