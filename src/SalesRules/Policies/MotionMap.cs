using System.Collections.Frozen;

namespace SalesRules.Policies;

/// <summary>
/// Which motion an opportunity's Type means. A key that ends in * stands for all values that begin so; an exact key goes
/// before it, a longer beginning before a shorter one.
/// </summary>
public sealed class MotionMap
{
    private readonly FrozenDictionary<string, Motion> exact;
    private readonly IReadOnlyList<(string Beginning, Motion Motion)> beginnings;

    /// <param name="byType">Type, or beginning of a type with *, to motion.</param>
    /// <param name="otherwise">The motion of any other Type, and of none.</param>
    public MotionMap(IReadOnlyDictionary<string, Motion> byType, Motion otherwise)
    {
        Otherwise = otherwise;
        Known = byType.Values.Append(otherwise).ToHashSet();
        exact = byType.Where(pair => !pair.Key.EndsWith('*')).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        beginnings = [.. byType.Where(pair => pair.Key.EndsWith('*')).Select(pair => (pair.Key[..^1], pair.Value)).OrderByDescending(pair => pair.Item1.Length)];
    }

    /// <summary>The motion of a Type that the policy does not map.</summary>
    public Motion Otherwise { get; }

    /// <summary>Every motion that a deal may have.</summary>
    public IReadOnlySet<Motion> Known { get; }

    /// <summary>A Type that means the motion, for examples; null where only the default does.</summary>
    internal string? TypeOf(Motion motion) =>
        exact.Where(pair => pair.Value == motion).Select(pair => pair.Key).Order(StringComparer.Ordinal).FirstOrDefault()
        ?? beginnings.Where(pair => pair.Motion == motion).Select(pair => pair.Beginning).Order(StringComparer.Ordinal).FirstOrDefault(text => Find(text) == motion);

    /// <summary>The motion of that Type; null when the policy does not map it or there is none.</summary>
    public Motion? Find(string? type)
    {
        if (type is null)
            return null;
        if (exact.TryGetValue(type, out var motion))
            return motion;
        foreach (var (beginning, candidate) in beginnings)
        {
            if (type.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
                return candidate;
        }

        return null;
    }
}
