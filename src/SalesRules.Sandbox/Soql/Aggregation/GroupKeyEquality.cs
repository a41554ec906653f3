namespace SalesRules.Sandbox.Soql.Aggregation;

/// <summary>Two rows belong to one group when every key is equal; null is a value of its own.</summary>
internal sealed class GroupKeyEquality : IEqualityComparer<object?[]>
{
    public static GroupKeyEquality Instance { get; } = new();

    public bool Equals(object?[]? x, object?[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(object?[] obj)
    {
        var hash = new HashCode();
        foreach (var key in obj)
            hash.Add(key);
        return hash.ToHashCode();
    }
}
