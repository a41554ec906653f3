using SalesRules.Sandbox.Loading.Sources;
using SalesRules.Sandbox.Saving;
using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Loading.Records;

/// <summary>Turns the text of a source into the value of a field.</summary>
internal static class FieldText
{
    /// <summary>The value, or a sentence that says why the text cannot be one.</summary>
    public static (object? Value, string? Problem) Convert(SObjectField field, string? text, SourceTable source)
    {
        if (text is null)
            return (null, null);
        if (field.Type is FieldType.Date or FieldType.DateTime && source.ParseDate(text) is { } date)
            // A day without a time of day is its first second.
            return (field.Type == FieldType.Date ? date : new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero), null);
        var (value, error) = ValueConversion.Convert(field, text);
        return error is null ? (value, null) : (null, $"{field.Name} cannot be \"{text}\": {Expected(field, source)}.");
    }

    private static string Expected(SObjectField field, SourceTable source) => field.Type switch
    {
        FieldType.Date => $"a date as {source.DateFormat} was expected",
        FieldType.DateTime => $"a date as {source.DateFormat} or a time as 2026-03-31T09:30:00Z was expected",
        FieldType.Boolean => "true or false was expected",
        FieldType.Int => "a whole number was expected",
        _ when field.RestrictedPicklist => $"one of {string.Join(", ", field.PicklistValues.Select(option => option.Value))} was expected",
        _ when field.Type.IsNumber() => FormattableString.Invariant($"a number with at most {field.Precision - field.Scale} digits before the point was expected"),
        _ when field.Type.IsId() => "the id of a record was expected",
        _ => FormattableString.Invariant($"a text of at most {field.Length} characters was expected"),
    };
}
