using System.Runtime.CompilerServices;
using System.Text.Json;
using SalesRules.Rules;
using SalesRules.Salesforce.Reading.Soql;
using SalesRules.Snapshots;

namespace SalesRules.Salesforce.Reading;

/// <summary>
/// Reads what stands around deals: contacts, activities, the account's other deals. Some hundred ids a call, never one deal by itself.
/// </summary>
public sealed class RelatedReader
{
    private readonly KeysetReader reader;

    internal RelatedReader(KeysetReader reader) => this.reader = reader;

    /// <summary>The contacts with a role in these deals, deal by deal, in no order that means anything.</summary>
    public async IAsyncEnumerable<(SalesforceId Opportunity, CustomerContact Contact)> ContactRolesAsync(
        IEnumerable<SalesforceId> opportunities, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        const string role = "OpportunityContactRole";
        await foreach (var record in ReadAsync(new SoqlQuery(role, ["OpportunityId", "ContactId", "Contact.AccountId", "Contact.LastActivityDate"]), "OpportunityId", opportunities, cancellationToken))
        {
            yield return record.As(role, row => (
                row.Id("OpportunityId")!.Value,
                new CustomerContact(row.Id("ContactId")!.Value, row.Parent("Contact")?.Id("AccountId"), row.Parent("Contact")?.Date("LastActivityDate"))));
        }
    }

    /// <summary>Where these contacts work now; a contact that our user cannot see, or that is gone, is absent, and one of no account null.</summary>
    public async Task<IReadOnlyDictionary<SalesforceId, SalesforceId?>> AccountsOfContactsAsync(IEnumerable<SalesforceId> contacts, CancellationToken cancellationToken = default)
    {
        var accounts = new Dictionary<SalesforceId, SalesforceId?>();
        await foreach (var record in ReadAsync(new SoqlQuery("Contact", ["AccountId"]), "Id", contacts, cancellationToken))
            record.As("Contact", row => accounts[row.Id("Id")!.Value] = row.Id("AccountId"));
        return accounts;
    }

    /// <summary>What people have done about these deals and will do. What carries our key is none of it.</summary>
    /// <param name="today">Events of today and later lie ahead.</param>
    /// <returns>Every one of the deals; one without any activity has two nulls.</returns>
    public async Task<IReadOnlyDictionary<SalesforceId, DealActivity>> ActivitiesAsync(
        IReadOnlyCollection<SalesforceId> opportunities, DateOnly today, CancellationToken cancellationToken = default)
    {
        var activities = opportunities.Distinct().ToDictionary(id => id, _ => new DealActivity(null, null));
        var done = new SoqlQuery("Task", ["WhatId", "ActivityDate"])
        {
            Where = SoqlCondition.All(
                SoqlCondition.Compare("IsClosed", SoqlComparison.Equal, SoqlLiteral.Of(true)),
                SoqlCondition.Compare(SalesforceTask.KeyField, SoqlComparison.Equal, SoqlLiteral.Null)),
        };
        await foreach (var record in ReadAsync(done, "WhatId", opportunities, cancellationToken))
            record.As("Task", row => Add(activities, row, today));
        await foreach (var record in ReadAsync(new SoqlQuery("Event", ["WhatId", "ActivityDate"]), "WhatId", opportunities, cancellationToken))
            record.As("Event", row => Add(activities, row, today, isEvent: true));
        return activities;
    }

    /// <summary>The open deals of these accounts, in no order that means anything, as records in REST shape.</summary>
    /// <param name="fields">API names.</param>
    public IAsyncEnumerable<JsonElement> OpenDealsAsync(IEnumerable<string> fields, IEnumerable<SalesforceId> accounts, CancellationToken cancellationToken = default) =>
        ReadAsync(new SoqlQuery("Opportunity", fields) { Where = OpportunityScope.Open }, "AccountId", accounts, cancellationToken);

    /// <summary>The open and the won deals of these accounts, likewise.</summary>
    /// <param name="fields">API names.</param>
    public IAsyncEnumerable<JsonElement> OpenAndWonDealsAsync(IEnumerable<string> fields, IEnumerable<SalesforceId> accounts, CancellationToken cancellationToken = default) =>
        ReadAsync(new SoqlQuery("Opportunity", fields) { Where = OpportunityScope.OpenOrWon }, "AccountId", accounts, cancellationToken);

    private static bool Add(Dictionary<SalesforceId, DealActivity> activities, JsonElement row, DateOnly today, bool isEvent = false)
    {
        if (row.Id("WhatId") is not { } id || row.Date("ActivityDate") is not { } on || activities.GetValueOrDefault(id) is not { } known)
            return false;
        if (!isEvent || on < today)
            activities[id] = known with { LastOn = known.LastOn > on ? known.LastOn : on };
        else
            activities[id] = known with { NextMeetingOn = known.NextMeetingOn < on ? known.NextMeetingOn : on };
        return true;
    }

    private async IAsyncEnumerable<JsonElement> ReadAsync(
        SoqlQuery query, string field, IEnumerable<SalesforceId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var part in QueryLength.Split(ids.Distinct().Select(SoqlLiteral.Of), query, field))
        {
            await foreach (var record in reader.ReadAsync(part, Keyset.ById, cancellationToken))
                yield return record;
        }
    }
}
