using SalesRules.Rules;
using SalesRules.Salesforce.Connection.Errors;

namespace SalesRules.Salesforce.Reading.Describe;

/// <summary>Whether our user can read what <see cref="RelatedReader"/> reads around deals. A run finds out by reading; this is for somebody who asks before.</summary>
public static class SurroundingSchema
{
    private static readonly (Surrounding What, string ObjectName, string[] Fields)[] Read =
    [
        (Surrounding.Contacts, "OpportunityContactRole", ["OpportunityId", "ContactId"]),
        (Surrounding.Contacts, "Contact", ["AccountId", "LastActivityDate"]),
        (Surrounding.Activity, "Event", ["WhatId", "ActivityDate"]),
        (Surrounding.ChampionAccount, "Contact", ["AccountId"]),
    ];

    /// <summary>What is hidden from our user, whole or in part. One call for each object.</summary>
    /// <exception cref="SalesforceException">A call failed.</exception>
    public static async Task<IReadOnlyList<Surrounding>> HiddenAsync(DescribeReader describe, CancellationToken cancellationToken)
    {
        var hidden = new List<Surrounding>();
        foreach (var (what, objectName, fields) in Read)
        {
            var found = await describe.FindAsync(objectName, cancellationToken);
            if (found is not { Queryable: true } || fields.Any(field => found.Find(field) is null))
                hidden.Add(what);
        }

        return [.. hidden.Distinct()];
    }
}
