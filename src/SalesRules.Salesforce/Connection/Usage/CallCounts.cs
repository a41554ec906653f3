using System.Collections.Immutable;

namespace SalesRules.Salesforce.Connection.Usage;

/// <summary>How many calls of each kind were sent, every try counted.</summary>
/// <param name="ByKind">Kinds without a call are absent.</param>
public sealed record CallCounts(ImmutableSortedDictionary<CallKind, long> ByKind)
{
    /// <summary>The calls of one kind.</summary>
    public long this[CallKind kind] => ByKind.GetValueOrDefault(kind);

    /// <summary>The calls that count against the org's daily limit: all but those of OAuth.</summary>
    public long ApiCalls => ByKind.Where(pair => pair.Key is not (CallKind.SignIn or CallKind.Identity)).Sum(pair => pair.Value);

    /// <summary>What was added since an earlier count, such as by one run.</summary>
    public CallCounts Since(CallCounts earlier) =>
        new(ByKind.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value - earlier[pair.Key]).RemoveRange(
            ByKind.Where(pair => pair.Value == earlier[pair.Key]).Select(pair => pair.Key)));

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", ByKind.Select(pair => FormattableString.Invariant($"{pair.Key} {pair.Value}")));
}
