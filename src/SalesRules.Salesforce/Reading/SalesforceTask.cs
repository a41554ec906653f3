using System.Text.Json;
using SalesRules.Snapshots;

namespace SalesRules.Salesforce.Reading;

/// <summary>A task that this service created, as it stands now.</summary>
/// <param name="Id">The task's id.</param>
/// <param name="Key">Its key, the value of <c>SalesRules_Key__c</c>.</param>
/// <param name="OpportunityId">What it is about; null when someone has moved it away.</param>
/// <param name="OwnerId">Who shall do it.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Due">When it is due.</param>
/// <param name="IsClosed">Whether it is done.</param>
/// <param name="LastModifiedById">Who changed it last: of a closed one, normally who closed it.</param>
public sealed record SalesforceTask(
    SalesforceId Id, string Key, SalesforceId? OpportunityId, SalesforceId? OwnerId, string? Subject, DateOnly? Due, bool IsClosed, SalesforceId? LastModifiedById)
{
    /// <summary>The external id of our tasks.</summary>
    public const string KeyField = "SalesRules_Key__c";

    internal static IReadOnlyList<string> Fields { get; } = ["Id", KeyField, "WhatId", "OwnerId", "Subject", "ActivityDate", "IsClosed", "LastModifiedById"];

    internal static SalesforceTask From(JsonElement record) => new(
        record.Id("Id")!.Value,
        record.Text(KeyField) ?? "",
        record.Id("WhatId"),
        record.Id("OwnerId"),
        record.Text("Subject"),
        record.Date("ActivityDate"),
        record.Flag("IsClosed") ?? false,
        record.Id("LastModifiedById"));
}
