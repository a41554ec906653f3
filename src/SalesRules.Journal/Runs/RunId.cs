using System.Globalization;
using System.Security.Cryptography;

namespace SalesRules.Journal.Runs;

/// <summary>A run's name: when it started and a random end. Sorts as time does and can be typed: 20260302-081500123-9f3c2a.</summary>
public readonly record struct RunId : IComparable<RunId>
{
    private const int LongestText = 64;

    private readonly string? value;

    private RunId(string value) => this.value = value;

    public string Value => value ?? "";

    /// <summary>A new name for a run that starts now.</summary>
    public static RunId New(DateTimeOffset startedAt) => Of(startedAt, RandomNumberGenerator.GetHexString(6, lowercase: true));

    /// <summary>The name of a run with that end: the same input gives the same name.</summary>
    public static RunId Of(DateTimeOffset startedAt, string suffix) =>
        Parse($"{startedAt.ToUniversalTime().ToString("yyyyMMdd-HHmmssfff", CultureInfo.InvariantCulture)}-{suffix}");

    /// <summary>Reads a name that a person typed; whether the journal knows such a run is another question.</summary>
    public static bool TryParse(string? text, out RunId id)
    {
        id = default;
        if (string.IsNullOrEmpty(text) || text.Length > LongestText || !text.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
            return false;
        id = new RunId(text);
        return true;
    }

    /// <exception cref="FormatException">It is not letters, digits and hyphens, at most 64.</exception>
    public static RunId Parse(string text) =>
        TryParse(text, out var id) ? id : throw new FormatException($"'{text}' is not a run's id: expected one such as 20260302-081500123-9f3c2a.");

    public int CompareTo(RunId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;

    public static bool operator <(RunId left, RunId right) => left.CompareTo(right) < 0;

    public static bool operator >(RunId left, RunId right) => left.CompareTo(right) > 0;

    public static bool operator <=(RunId left, RunId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(RunId left, RunId right) => left.CompareTo(right) >= 0;
}
