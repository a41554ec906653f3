using System.Globalization;

namespace SalesRules.Sandbox.Tests.Generation;

/// <summary>One generated record; a field that was left out is null.</summary>
public sealed record GeneratedRecord(string ObjectName, IReadOnlyDictionary<string, object?> Values)
{
    public string Id => (string)this["Id"]!;

    public object? this[string field] => Values.GetValueOrDefault(field);

    public int? Pillar(string name) => (int?)(decimal?)this[$"MIQL_{name}__c"];

    public int?[] Pillars => [Pillar("Outcome"), Pillar("Maps"), Pillar("Insight"), Pillar("Quantify"), Pillar("Leadership")];

    public DateOnly? Date(string field) => (DateOnly?)this[field];

    public DateTimeOffset Moment(string field) => (DateTimeOffset)this[field]!;

    public override string ToString() => string.Join(
        ", ", Values.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}={pair.Value}")).Prepend(ObjectName));
}
