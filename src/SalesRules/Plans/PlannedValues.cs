using SalesRules.Snapshots;

namespace SalesRules.Plans;

/// <summary>Compares values as Salesforce stores them.</summary>
public static class PlannedValues
{
    /// <summary>Whether two values are one to Salesforce, which may turn line ends around and trims the end of a text.</summary>
    public static bool Same(FieldValue left, FieldValue right) =>
        left == right || (left.AsText is { } l && right.AsText is { } r && Plain(l) == Plain(r));

    private static string Plain(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd();
}
