namespace SalesRules.Sandbox.Soql.Filtering;

/// <summary>INCLUDES: one of the wanted combinations is wholly selected. <c>'a;b'</c> wants both, <c>'a','b'</c> either.</summary>
internal sealed class SelectionTest(IEnumerable<string> combinations) : ValueTest
{
    private readonly string[][] combinations = [.. combinations.Select(Split)];

    public override Truth Of(object? value)
    {
        if (value is not string text)
            return Truth.False;
        var selected = Split(text).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return combinations.Any(wanted => wanted.All(selected.Contains)).ToTruth();
    }

    private static string[] Split(string values) =>
        values.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
