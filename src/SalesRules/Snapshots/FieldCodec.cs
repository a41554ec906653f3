using System.Globalization;
using System.Text.Json;

namespace SalesRules.Snapshots;

/// <summary>
/// Reads one .NET type from JSON and from a text cell, and wraps it as a <see cref="FieldValue"/>. Both readings refuse
/// what Salesforce would not send for that type; the caller adds which field it was.
/// </summary>
internal abstract class FieldCodec<T>
{
    public abstract T FromJson(ref Utf8JsonReader reader);

    public abstract T FromText(string text);

    public abstract FieldValue Wrap(T value);
}

internal static class FieldCodecs
{
    private static readonly Dictionary<Type, object> ByType = new()
    {
        [typeof(string)] = new TextCodec(),
        [typeof(decimal?)] = new NumberCodec(),
        [typeof(bool?)] = new CheckboxCodec(),
        [typeof(DateOnly?)] = new DateCodec(),
        [typeof(DateTimeOffset?)] = new InstantCodec(),
        [typeof(SalesforceId)] = new IdCodec(),
        [typeof(SalesforceId?)] = new LookupCodec(),
        [typeof(PillarScore)] = new ScoreCodec(),
    };

    public static FieldCodec<T> For<T>() => (FieldCodec<T>)ByType[typeof(T)];

    /// <summary>The text of a string token, or null for null and for "", which Salesforce stores as null.</summary>
    private static string? Text(ref Utf8JsonReader reader, string expected) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => reader.GetString() is { Length: > 0 } text ? text : null,
        _ => throw SnapshotFormatException.Expected(expected, RawToken(ref reader)),
    };

    private static string RawToken(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        JsonTokenType.Number => "a number",
        _ => "a text",
    };

    private static T? OrNull<T>(string? text, Func<string, T> read)
        where T : struct => string.IsNullOrEmpty(text) ? null : read(text);

    private sealed class TextCodec : FieldCodec<string?>
    {
        public override string? FromJson(ref Utf8JsonReader reader) => Text(ref reader, "a text");

        public override string? FromText(string text) => text.Length == 0 ? null : text;

        public override FieldValue Wrap(string? value) => FieldValue.Of(value);
    }

    private sealed class NumberCodec : FieldCodec<decimal?>
    {
        public override decimal? FromJson(ref Utf8JsonReader reader) => reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.Number when reader.TryGetDecimal(out var number) => FieldValue.Normalised(number),
            JsonTokenType.Number => throw SnapshotFormatException.Expected("a number of at most 28 digits", "a larger one"),
            _ => throw SnapshotFormatException.Expected("a number", RawToken(ref reader)),
        };

        public override decimal? FromText(string text) => OrNull(text, Parse);

        public override FieldValue Wrap(decimal? value) => FieldValue.Of(value);

        private static decimal Parse(string text) =>
            decimal.TryParse(text, NumberStyles.Float & ~NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
                ? FieldValue.Normalised(number)
                : throw SnapshotFormatException.Expected("a number such as 125000", "another text");
    }

    private sealed class CheckboxCodec : FieldCodec<bool?>
    {
        public override bool? FromJson(ref Utf8JsonReader reader) => reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => throw SnapshotFormatException.Expected("true or false", RawToken(ref reader)),
        };

        public override bool? FromText(string text) => OrNull(text, static t => t switch
        {
            "1" => true,
            "0" => false,
            _ when bool.TryParse(t, out var flag) => flag,
            _ => throw SnapshotFormatException.Expected("true, false, 1 or 0", "another text"),
        });

        public override FieldValue Wrap(bool? value) => FieldValue.Of(value);
    }

    private sealed class DateCodec : FieldCodec<DateOnly?>
    {
        private const string Expected = "a date such as 2026-03-31";

        public override DateOnly? FromJson(ref Utf8JsonReader reader) =>
            reader is { TokenType: JsonTokenType.String, ValueSpan.Length: 10 } && reader.TryGetDateTime(out var day)
                ? DateOnly.FromDateTime(day)
                : OrNull(Text(ref reader, Expected), Parse);

        public override DateOnly? FromText(string text) => OrNull(text, Parse);

        public override FieldValue Wrap(DateOnly? value) => FieldValue.Of(value);

        private static DateOnly Parse(string text) =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
                ? date
                : throw SnapshotFormatException.Expected(Expected, "another text");
    }

    private sealed class InstantCodec : FieldCodec<DateTimeOffset?>
    {
        private const string Expected = "a date and time such as 2026-03-31T10:00:00.000+0000";

        // REST writes +0000, Bulk writes Z, people write +00:00; the seconds' fraction may be left out.
        private static readonly string[] Forms =
        [
            "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss'Z'",
        ];

        public override DateTimeOffset? FromJson(ref Utf8JsonReader reader) => OrNull(Text(ref reader, Expected), Parse);

        public override DateTimeOffset? FromText(string text) => OrNull(text, Parse);

        public override FieldValue Wrap(DateTimeOffset? value) => FieldValue.Of(value);

        private static DateTimeOffset Parse(string text) =>
            DateTimeOffset.TryParseExact(
                text, Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
                ? instant
                : throw SnapshotFormatException.Expected(Expected, "another text");
    }

    private sealed class IdCodec : FieldCodec<SalesforceId>
    {
        private const string Expected = "a Salesforce id of 15 or 18 characters with a right checksum";

        public override SalesforceId FromJson(ref Utf8JsonReader reader) =>
            TryRead(ref reader, out var id) ? id : Parse(Text(ref reader, Expected) ?? "");

        public override SalesforceId FromText(string text) => Parse(text);

        public override FieldValue Wrap(SalesforceId value) => FieldValue.Of(value);

        /// <summary>Reads an id as it nearly always stands there, without making its text first.</summary>
        internal static bool TryRead(ref Utf8JsonReader reader, out SalesforceId id)
        {
            id = default;
            if (reader is not { TokenType: JsonTokenType.String, ValueSpan.Length: 15 or 18 })
                return false;
            Span<char> text = stackalloc char[18];
            return SalesforceId.TryParse(text[..reader.CopyString(text)], out id);
        }

        internal static SalesforceId Parse(string text) =>
            SalesforceId.TryParse(text, out var id) ? id : throw SnapshotFormatException.Expected(Expected, text.Length == 0 ? "nothing" : "another text");
    }

    private sealed class LookupCodec : FieldCodec<SalesforceId?>
    {
        public override SalesforceId? FromJson(ref Utf8JsonReader reader) =>
            IdCodec.TryRead(ref reader, out var id) ? id : OrNull(Text(ref reader, "a Salesforce id"), IdCodec.Parse);

        public override SalesforceId? FromText(string text) => OrNull(text, IdCodec.Parse);

        public override FieldValue Wrap(SalesforceId? value) => FieldValue.Of(value);
    }

    /// <summary>Refuses nothing: what is no score is a finding of the rules, not a broken row (design 3.2).</summary>
    private sealed class ScoreCodec : FieldCodec<PillarScore>
    {
        // A decimal holds 28 digits; a longer text would be rounded, 1.999... to a 2.
        private const int LongestExactNumber = 29;

        public override PillarScore FromJson(ref Utf8JsonReader reader)
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.Null:
                    return PillarScore.Unscored;
                case JsonTokenType.Number when reader.ValueSpan.Length <= LongestExactNumber && reader.TryGetDecimal(out var number):
                    return PillarScore.From(number);
                case JsonTokenType.String:
                    return reader.GetString() is { Length: > 0 } text ? PillarScore.Invalid(FieldValue.Of(text)) : PillarScore.Unscored;
                case JsonTokenType.True or JsonTokenType.False:
                    return PillarScore.Invalid(FieldValue.Of(reader.GetBoolean()));
                default:
                    var raw = RawToken(ref reader);
                    reader.Skip();
                    return PillarScore.Invalid(FieldValue.Of(raw));
            }
        }

        public override PillarScore FromText(string text) => PillarScore.FromText(text);

        public override FieldValue Wrap(PillarScore value) => value.Raw;
    }
}
