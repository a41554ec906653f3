using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Saving.Behaviors;

/// <summary>What an opportunity shows of its tasks, events and contact roles. Worked out when read: it moves without stamping the deal.</summary>
internal static class OpportunityActivity
{
    public static void DefineComputedFields(Org org)
    {
        var opportunities = org.Store["Opportunity"];
        var tasks = new RelatedActivities(org.Store["Task"], "WhatId");
        var events = new RelatedActivities(org.Store["Event"], "WhatId");
        void Define(string field, Func<Record, object?> compute) =>
            opportunities.Computed.Define(opportunities.Type.FindStored(field)!, compute);

        Define("HasOpenActivity", deal =>
            tasks.Of(deal).Any(task => !tasks.IsClosed(task)) || events.Of(deal).Any(meeting => !events.IsPast(meeting, org.Today())));
        Define("HasOverdueTask", deal => tasks.Of(deal).Any(task => !tasks.IsClosed(task) && tasks.IsPast(task, org.Today())));
        Define("ContactId", deal => PrimaryContact(deal, org.Store["OpportunityContactRole"]));
        ActivityDates.Define(org, opportunities, "WhatId");
    }

    private static object? PrimaryContact(Record deal, Table roles) =>
        roles.FindBy(roles.Type.FindStored("OpportunityId")!, deal.Id).FirstOrDefault(role => role["IsPrimary"] is true)?["ContactId"];
}
