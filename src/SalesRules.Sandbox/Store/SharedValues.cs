using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Store;

/// <summary>One instance for each of the values that most records hold: flags, small numbers, picklist entries. Keeps big orgs small.</summary>
internal static class SharedValues
{
    private const int SmallNumbers = 101;
    private static readonly object True = true;
    private static readonly object False = false;
    private static readonly object[] Numbers = [.. Enumerable.Range(0, SmallNumbers).Select(number => (object)(decimal)number)];

    /// <summary>An equal value that others hold too, or the value itself.</summary>
    public static object? Of(SObjectField field, object? value) => value switch
    {
        bool flag => flag ? True : False,
        decimal number when number is >= 0 and < SmallNumbers && number.Scale == 0 => Numbers[(int)number],
        string text when field.PicklistValues.Count > 0 => Shared(field.PicklistValues, text),
        _ => value,
    };

    private static string Shared(IReadOnlyList<PicklistValue> list, string text)
    {
        foreach (var known in list)
            if (known.Value == text)
                return known.Value;
        return text;
    }
}
