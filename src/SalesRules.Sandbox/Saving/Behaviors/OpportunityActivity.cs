using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Saving.Behaviors;

/// <summary>What an opportunity shows of its tasks, events and contact roles. Worked out when read: it moves without stamping the deal.</summary>
internal static class OpportunityActivity
{
    public static void DefineComputedFields(Org org)
    {
        var opportunities = org.Store["Opportunity"];
        var tasks = new Children(org.Store["Task"], "WhatId");
        var events = new Children(org.Store["Event"], "WhatId");
        var roles = new Children(org.Store["OpportunityContactRole"], "OpportunityId");
        void Define(string field, Func<Record, object?> compute) =>
            opportunities.Computed.Define(opportunities.Type.FindStored(field)!, compute);

        Define("HasOpenActivity", deal => tasks.Of(deal).Any(IsOpen) || events.Of(deal).Any(meeting => !IsPast(meeting, org)));
        Define("HasOverdueTask", deal => tasks.Of(deal).Any(task => IsOpen(task) && IsPast(task, org)));
        Define("ContactId", deal => roles.Of(deal).FirstOrDefault(role => role["IsPrimary"] is true)?["ContactId"]);
        ActivityDates.Define(org, opportunities, "WhatId");
    }

    private static bool IsOpen(Record task) => task["IsClosed"] is not true;

    private static bool IsPast(Record activity, Org org) => activity["ActivityDate"] is DateOnly date && date < org.Today();

    /// <summary>The live records of a table that point at a record through one lookup.</summary>
    internal sealed class Children(Table table, string lookup)
    {
        private readonly SObjectField field = table.Type.FindStored(lookup)!;

        public IEnumerable<Record> Of(Record parent) => table.FindBy(field, parent.Id);
    }
}
