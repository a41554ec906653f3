using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Saving;

/// <summary>Texts and picklists: trimmed, checked for length, values of restricted lists known, multi-select in the list's order.</summary>
internal static class TextConversion
{
    public static (object? Value, SaveError? Error) Convert(SObjectField field, string text)
    {
        var value = field.Type == FieldType.TextArea ? text : text.Trim();
        if (value.Length == 0)
            return (null, null);
        if (field.Type == FieldType.MultiPicklist)
            return MultiPicklist(field, value);
        if (field.Length > 0 && value.Length > field.Length)
            return (null, SaveErrors.TooLong(field, value));
        if (field is { Type: FieldType.Picklist, RestrictedPicklist: true } && !Knows(field, value))
            return (null, SaveErrors.RestrictedPicklist(field, value));
        return field.Type == FieldType.Email && !IsEmail(value) ? (null, SaveErrors.InvalidEmail(field, value)) : (value, null);
    }

    private static (object? Value, SaveError? Error) MultiPicklist(SObjectField field, string text)
    {
        var chosen = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToList();
        if (field.RestrictedPicklist && chosen.Find(value => !Knows(field, value)) is { } unknown)
            return (null, SaveErrors.RestrictedPicklist(field, unknown));
        var order = field.PicklistValues.Select(value => value.Value).ToList();
        var sorted = chosen.OrderBy(value => order.IndexOf(value) is var place and >= 0 ? place : int.MaxValue);
        return (string.Join(';', sorted), null);
    }

    // The lists of the history objects name no values: the platform itself writes them.
    private static bool Knows(SObjectField field, string value) => field.PicklistValues.Count == 0 ||
        field.PicklistValues.Any(known => known.Active && string.Equals(known.Value, value, StringComparison.Ordinal));

    private static bool IsEmail(string value)
    {
        var at = value.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at == value.LastIndexOf('@') && at < value.Length - 1 && !value.Any(char.IsWhiteSpace);
    }
}
