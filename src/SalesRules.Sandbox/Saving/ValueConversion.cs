using System.Globalization;
using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Saving;

/// <summary>Turns a sent value into the stored form of its field, or says why it cannot be stored.</summary>
internal static class ValueConversion
{
    private static readonly string[] DateTimeFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
    ];

    public static (object? Value, SaveError? Error) Convert(SObjectField field, object? raw) => raw switch
    {
        null or "" => (field.Type == FieldType.Boolean ? false : null, null),
        bool flag => field.Type is FieldType.Boolean or FieldType.AnyType ? (flag, null) : Unparsable(field, flag),
        DateOnly date => field.Type is FieldType.Date or FieldType.AnyType ? (date, null) : Unparsable(field, date),
        DateTimeOffset moment => field.Type is FieldType.DateTime or FieldType.AnyType ? (WholeSeconds(moment), null) : Unparsable(field, moment),
        string text => FromText(field, text),
        _ when ToDecimal(raw) is { } number => FromNumber(field, number),
        _ => Unparsable(field, raw),
    };

    private static (object? Value, SaveError? Error) FromText(SObjectField field, string text) => field.Type switch
    {
        FieldType.Boolean => bool.TryParse(text, out var flag) ? (flag, null) : Unparsable(field, text),
        FieldType.Date => ParseDate(text) is { } date ? (date, null) : Unparsable(field, text),
        FieldType.DateTime => ParseDateTime(text) is { } moment ? (moment, null) : Unparsable(field, text),
        FieldType.AnyType => (text, null),
        _ when field.Type.IsNumber() => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? FromNumber(field, number)
            : Unparsable(field, text),
        _ when field.Type.IsId() => ToId(field, text),
        _ => TextConversion.Convert(field, text),
    };

    private static (object? Value, SaveError? Error) FromNumber(SObjectField field, decimal number)
    {
        if (field.Type == FieldType.AnyType)
            return (number, null);
        if (!field.Type.IsNumber())
            return Unparsable(field, number);
        var (digits, scale) = field.Type == FieldType.Int ? (10, 0) : (field.Precision, field.Scale);
        if (field.Type == FieldType.Int && number != decimal.Truncate(number))
            return Unparsable(field, number);
        var rounded = decimal.Round(number, Math.Min(scale, 28), MidpointRounding.AwayFromZero);
        var limit = (decimal)Math.Pow(10, Math.Min(digits - scale, 28));
        return Math.Abs(rounded) < limit
            ? (rounded, null)
            : (null, SaveErrors.OutsideRange(field, number.ToString(CultureInfo.InvariantCulture)));
    }

    private static (object? Value, SaveError? Error) ToId(SObjectField field, string text) =>
        RecordId.TryParse(text.Trim(), out var id) ? (id, null) : (null, SaveErrors.WrongIdType(field, text));

    /// <summary>A date as the API takes it: year, month, day and nothing else.</summary>
    public static DateOnly? ParseDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>A datetime as the API takes it, with or without milliseconds; stored in UTC and whole seconds.</summary>
    public static DateTimeOffset? ParseDateTime(string text) =>
        DateTimeOffset.TryParseExact(
            WithColonInOffset(text), DateTimeFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? WholeSeconds(moment)
            : null;

    // .NET reads +00:00; Salesforce writes and reads +0000 as well.
    private static string WithColonInOffset(string text) =>
        text.Length > 19 && text[^5] is '+' or '-' ? string.Concat(text.AsSpan(0, text.Length - 2), ":", text.AsSpan(text.Length - 2)) : text;

    private static DateTimeOffset WholeSeconds(DateTimeOffset moment)
    {
        var utc = moment.ToUniversalTime();
        return utc.AddTicks(-(utc.Ticks % TimeSpan.TicksPerSecond));
    }

    private static decimal? ToDecimal(object raw) => raw switch
    {
        decimal number => number,
        int number => number,
        long number => number,
        _ => null,
    };

    private static (object? Value, SaveError? Error) Unparsable(SObjectField field, object raw)
    {
        var token = raw switch
        {
            true => "VALUE_TRUE",
            false => "VALUE_FALSE",
            decimal number => number == decimal.Truncate(number) ? "VALUE_NUMBER_INT" : "VALUE_NUMBER_FLOAT",
            string or DateOnly or DateTimeOffset => "VALUE_STRING",
            System.Collections.IDictionary => "START_OBJECT",
            _ => "START_ARRAY",
        };
        var shown = token.StartsWith("START", StringComparison.Ordinal) ? "" : System.Convert.ToString(raw, CultureInfo.InvariantCulture)!;
        return (null, SaveErrors.Unparsable(field, token, raw is bool ? shown.ToLowerInvariant() : shown));
    }
}
