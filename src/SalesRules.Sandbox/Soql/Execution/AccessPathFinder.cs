using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Soql.Filtering;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Soql.Execution;

/// <summary>Reads from a filter which rows can match at all, so that an index can offer just those.</summary>
internal sealed class AccessPathFinder(Table table)
{
    /// <summary>The narrowest path that offers every row the filter accepts; a full scan when no index helps.</summary>
    public AccessPath Find(Filter<Record>? filter) => (filter is null ? null : Narrow(filter)) ?? new FullScan();

    private AccessPath? Narrow(Filter<Record> filter) => filter switch
    {
        AndFilter<Record> and => and.Parts.Select(Narrow).Aggregate(Intersection),
        OrFilter<Record> or => or.Parts.Select(Narrow).Aggregate(Union),
        TestFilter<Record> { Operand: { IsOwnField: true, Field: { } field } } test => Narrow(field, test.ValueTest),
        _ => null,
    };

    private AccessPath? Narrow(SObjectField field, ValueTest test) => test switch
    {
        SetTest set when !set.Values.Contains(null) => ByValues(field, [.. set.Values.OfType<string>()]) ?? ByStamps(field, set),
        RangeTest range when IsStamp(field) => new StampAccess(
            range.Lower?.Value as DateTimeOffset? ?? DateTimeOffset.MinValue, range.Upper?.Value as DateTimeOffset? ?? DateTimeOffset.MaxValue),
        _ => null,
    };

    private AccessPath? ByValues(SObjectField field, IReadOnlyCollection<string> values)
    {
        if (field.Type == FieldType.Id)
            return new IdAccess(values);
        return values.Count > 0 && table.HasIndex(field) ? new IndexAccess(field, values) : null;
    }

    private StampAccess? ByStamps(SObjectField field, SetTest set)
    {
        if (!IsStamp(field))
            return null;
        var stamps = set.Values.OfType<DateTimeOffset>().ToArray();
        return new StampAccess(stamps.Min(), stamps.Max());
    }

    private bool IsStamp(SObjectField field) => field.Ordinal == table.StampField.Ordinal;

    private static AccessPath? Intersection(AccessPath? left, AccessPath? right) => (left, right) switch
    {
        (null, _) => right,
        (_, null) => left,
        (StampAccess a, StampAccess b) => new StampAccess(Later(a.From, b.From), Earlier(a.To, b.To)),
        _ => Rank(left) <= Rank(right) ? left : right,
    };

    private static AccessPath? Union(AccessPath? left, AccessPath? right) => (left, right) switch
    {
        (StampAccess a, StampAccess b) => new StampAccess(Earlier(a.From, b.From), Later(a.To, b.To)),
        (IdAccess a, IdAccess b) => new IdAccess([.. a.Ids.Union(b.Ids, StringComparer.Ordinal)]),
        (IndexAccess a, IndexAccess b) when a.Field.Ordinal == b.Field.Ordinal && a.Field.Type == FieldType.Reference =>
            new IndexAccess(a.Field, [.. a.Values.Union(b.Values, StringComparer.Ordinal)]),
        _ => null,
    };

    private static int Rank(AccessPath path) => path switch
    {
        IdAccess => 0,
        IndexAccess => 1,
        _ => 2,
    };

    private static DateTimeOffset Earlier(DateTimeOffset left, DateTimeOffset right) => left < right ? left : right;

    private static DateTimeOffset Later(DateTimeOffset left, DateTimeOffset right) => left > right ? left : right;
}
