using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Soql.Filtering;

/// <summary>How values of each type are ordered and when they are equal. Text ignores case, ids do not.</summary>
internal static class ValueComparison
{
    private static readonly IComparer<object> IgnoringCase =
        Comparer<object>.Create(static (left, right) => string.Compare((string)left, (string)right, StringComparison.OrdinalIgnoreCase));

    private static readonly IComparer<object> ById =
        Comparer<object>.Create(static (left, right) => string.CompareOrdinal((string)left, (string)right));

    public static IComparer<object> OrderOf(FieldType type) => type switch
    {
        _ when type.IsId() => ById,
        _ when type.IsText() => IgnoringCase,
        _ => Comparer<object>.Default,
    };

    public static IEqualityComparer<object?> EqualityOf(FieldType type, bool caseSensitive) =>
        type.IsText() && !caseSensitive ? TextIgnoringCase.Instance : EqualityComparer<object?>.Default;

    private sealed class TextIgnoringCase : IEqualityComparer<object?>
    {
        public static TextIgnoringCase Instance { get; } = new();

        public new bool Equals(object? x, object? y) => StringComparer.OrdinalIgnoreCase.Equals(x as string, y as string);

        public int GetHashCode(object obj) => StringComparer.OrdinalIgnoreCase.GetHashCode((string)obj);
    }
}
