using System.Collections.Frozen;

namespace SalesRules.Policies;

/// <summary>Which segment a value of Segment__c means (catalogue section 1). Segments are the policy's own words.</summary>
/// <param name="byValue">Value of the field to segment, whatever its case.</param>
/// <param name="otherwise">The segment of any other value, and of none; null: it is unknown, and rules that need it do not run.</param>
public sealed class SegmentMap(IReadOnlyDictionary<string, string> byValue, string? otherwise)
{
    public const string Enterprise = "enterprise";
    public const string Commercial = "commercial";

    private readonly FrozenDictionary<string, string> segments = byValue.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static SegmentMap Default { get; } = new(
        new Dictionary<string, string> { ["Enterprise"] = Enterprise, ["Commercial"] = Commercial }, otherwise: null);

    /// <summary>Every segment that a deal may be in, in alphabetical order.</summary>
    public IReadOnlyList<string> All { get; } = [.. byValue.Values.Append(otherwise).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The segment that the value means; null: unknown.</summary>
    public string? Of(string? value) => value is not null && segments.TryGetValue(value, out var segment) ? segment : otherwise;
}
