using System.Text.Json;
using SalesRules.Salesforce.Reading.Soql;
using SalesRules.Snapshots;

namespace SalesRules.Salesforce.Reading;

/// <summary>An order in which every row has a place of its own, so that a read can go on after any row.</summary>
internal abstract class Keyset
{
    /// <summary>By id.</summary>
    public static Keyset ById { get; } = new IdKeyset();

    /// <summary>By the last change, then by id: thousands of rows can share one stamp.</summary>
    public static Keyset ByStampAndId { get; } = new StampKeyset();

    /// <summary>By the parent, then by id: the children of one parent follow each other.</summary>
    public static Keyset ByParent(string field) => new ParentKeyset(field);

    /// <summary>The fields to sort by; they must be selected too.</summary>
    public abstract IReadOnlyList<string> Fields { get; }

    /// <summary>The rows that come after this one.</summary>
    public abstract SoqlCondition After(JsonElement record);

    private static SoqlCondition IdAfter(JsonElement record) =>
        SoqlCondition.Compare("Id", SoqlComparison.Greater, SoqlLiteral.Of(SalesforceId.Parse(record.GetProperty("Id").GetString()!)));

    private sealed class IdKeyset : Keyset
    {
        public override IReadOnlyList<string> Fields { get; } = ["Id"];

        public override SoqlCondition After(JsonElement record) => IdAfter(record);
    }

    private sealed class StampKeyset : Keyset
    {
        public override IReadOnlyList<string> Fields { get; } = ["SystemModstamp", "Id"];

        public override SoqlCondition After(JsonElement record)
        {
            var stamp = SoqlLiteral.Of(WireTime.Parse(record.GetProperty("SystemModstamp").GetString()!));
            return SoqlCondition.Any(
                SoqlCondition.All(SoqlCondition.Compare("SystemModstamp", SoqlComparison.Equal, stamp), IdAfter(record)),
                SoqlCondition.Compare("SystemModstamp", SoqlComparison.Greater, stamp))!;
        }
    }

    private sealed class ParentKeyset(string field) : Keyset
    {
        public override IReadOnlyList<string> Fields { get; } = [field, "Id"];

        public override SoqlCondition After(JsonElement record)
        {
            var parent = SoqlLiteral.Of(SalesforceId.Parse(record.GetProperty(field).GetString()!));
            return SoqlCondition.Any(
                SoqlCondition.All(SoqlCondition.Compare(field, SoqlComparison.Equal, parent), IdAfter(record)),
                SoqlCondition.Compare(field, SoqlComparison.Greater, parent))!;
        }
    }
}
