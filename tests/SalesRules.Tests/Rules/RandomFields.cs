using FsCheck;
using FsCheck.Fluent;
using SalesRules.Snapshots;
using SalesRules.Tests.Schemas;

namespace SalesRules.Tests.Rules;

/// <summary>Any value of its type in any field that an org can lose: a field that comes to the catalogue is exercised without a word here.</summary>
internal static class RandomFields
{
    public static readonly SalesforceId[] Ids = [.. new[] { "001xx000003DGb2", "001xx000003DGb3", "003xx000004TmiQ", "003xx000004TmiR", "005xx000001Sv6A" }.Select(SalesforceId.Parse)];

    /// <summary>Words that a rule or the test policy knows, by the catalogue's field.</summary>
    private static readonly Dictionary<string, string?[]> Words = new()
    {
        ["Type"] = ["New Business", "Existing Customer", "Renewal", "Other", null],
        ["Segment__c"] = ["Enterprise", "Commercial", "Midmarket", "Government", null],
        ["Economic_Buyer_Level__c"] = ["Manager", "CTO", "CFO", "CEO", "Founder", null],
        ["Legal_Status__c"] = ["Redlines", "Agreed", null],
        ["Desk_Decision__c"] = ["Approve", "Reject", null],
        ["CSM_View__c"] = ["Green", "Yellow", "Red", "Amber", null],
        ["Close_Checklist__c"] = ["Scope matches the agreed requirements;Something else", null],
    };

    private static readonly string?[] Texts = [null, " ", "tbd", "x", "Two audits failed", "The CFO said so"];

    public static Gen<DateOnly?> Day { get; } = Gen.Frequency(
        (1, Gen.Constant<DateOnly?>(null)),
        (2, Gen.Choose(-120, 120).Select(days => (DateOnly?)ADeal.Today.AddDays(days))),
        (2, Gen.Choose(-16, 16).Select(days => (DateOnly?)ADeal.Today.AddDays(days))),
        (1, Gen.Elements<DateOnly?>(DateOnly.MinValue, DateOnly.MaxValue, ADeal.Today)));

    private static readonly IReadOnlyList<OpportunityField> Fields =
        [.. Drifts.Losable.Concat(OpportunityFields.All.Where(field => !field.Always)).Where(field => field.Type != SalesforceFieldType.Id)];

    private static Gen<decimal?> Number { get; } = Gen.Elements<decimal?>(null, -1, 0, 1, 2, 3, 4, 6.99m, 7, 8, 10, 100_000, 100_000.01m, 500_000, 1_000_000.01m, decimal.MaxValue);

    /// <summary>A record with some of its fields set to anything.</summary>
    public static Gen<Func<Opportunity, Opportunity>> Some { get; } =
        from count in Gen.Choose(0, 30)
        from changes in Gen.Elements<OpportunityField>(Fields).SelectMany(field => ValueOf(field).Select(value => (field, value))).ArrayOf(count)
        select (Func<Opportunity, Opportunity>)(it => changes.Aggregate(it, (record, change) => Set(record, change.field, change.value)));

    private static Gen<object?> ValueOf(OpportunityField field) => Words.TryGetValue(field.ApiName, out var words)
        ? Gen.Elements<object?>(words)
        : Property(field).PropertyType switch
        {
            var type when type == typeof(string) => Gen.Elements<object?>(Texts),
            var type when type == typeof(DateOnly?) => Day.Select(day => (object?)day),
            var type when type == typeof(DateTimeOffset?) => Day.Select(day => (object?)(day is { } at ? ADeal.Noon(at) : null)),
            var type when type == typeof(decimal?) => Number.Select(number => (object?)number),
            var type when type == typeof(bool?) => Gen.Elements<object?>(true, false, null),
            var type when type == typeof(SalesforceId?) => Gen.Elements<object?>([null, .. Ids]),
            var type when type == typeof(PillarScore) => Gen.Elements<object?>(PillarScore.From(0), PillarScore.From(1), PillarScore.From(2), PillarScore.Unscored),
            var type => throw new AssertionException($"no values for {type}"),
        };

    private static System.Reflection.PropertyInfo Property(OpportunityField field) => typeof(Opportunity).GetProperty(field.PropertyName)!;

    private static Opportunity Set(Opportunity record, OpportunityField field, object? value)
    {
        var changed = record with { };
        Property(field).SetValue(changed, value);
        return changed;
    }
}
