namespace SalesRules.Rules.Leads;

/// <summary>Where a lead goes, in the order of the catalogue: the first that matches.</summary>
public enum LeadRoute
{
    Disqualify,
    Nurture,
    BookDiscovery,
    TechnicalQuestions,
    ProceedConfirmingConstraints,
    DiscoveryWithConstraintCheck,
}

/// <summary>Routes in words.</summary>
public static class LeadRoutes
{
    public static string Words(this LeadRoute route) => route switch
    {
        LeadRoute.Disqualify => "disqualify",
        LeadRoute.Nurture => "nurture",
        LeadRoute.BookDiscovery => "book discovery",
        LeadRoute.TechnicalQuestions => "technical Q&A",
        LeadRoute.ProceedConfirmingConstraints => "proceed, confirm the constraints in the first 10 minutes",
        _ => "discovery with a constraint check",
    };

    /// <summary>Whether somebody has to take the lead: the others wait where they are.</summary>
    public static bool IsWorked(this LeadRoute route) => route is not (LeadRoute.Disqualify or LeadRoute.Nurture);
}
