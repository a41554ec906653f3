namespace SalesRules.Digests;

/// <summary>The pre-reads of catalogue section 14.</summary>
public enum DigestKind
{
    /// <summary>Monday's pipeline review, for the VP Sales and all account executives.</summary>
    Pipeline,

    /// <summary>The bi-weekly deal review: large deals by pov, letter by letter.</summary>
    Deals,

    /// <summary>The weekly deal review of each manager.</summary>
    Reviews,

    /// <summary>The weekly view of renewals, for customer success.</summary>
    Renewals,

    /// <summary>The queue at the POV gate, for the SE director.</summary>
    Pov,
}

/// <summary>The kinds' names in policies, keys and JSON.</summary>
public static class DigestKinds
{
    /// <summary>pipeline, deals, reviews, renewals, pov.</summary>
    public static string Name(this DigestKind kind) => kind switch
    {
        DigestKind.Pipeline => "pipeline",
        DigestKind.Deals => "deals",
        DigestKind.Reviews => "reviews",
        DigestKind.Renewals => "renewals",
        _ => "pov",
    };
}
