namespace SalesRules.Snapshots;

/// <summary>
/// A record's id: 15 case-sensitive characters and the 3 that make it safe where case is lost.
/// Always held in its 18-character form, so that two ids are equal exactly when they name one record.
/// </summary>
public readonly record struct SalesforceId : IComparable<SalesforceId>
{
    private const string ChecksumAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

    private readonly string? value;

    private SalesforceId(string value) => this.value = value;

    /// <summary>The 18 characters; empty for the default value, which no record has.</summary>
    public string Value => value ?? "";

    /// <summary>The first three characters, which tell the object: 006 is an opportunity, 005 a user, 00T a task.</summary>
    public string KeyPrefix => Value.Length < 3 ? "" : Value[..3];

    /// <summary>Reads a 15 or 18 character id; an 18-character one must carry the right checksum.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out SalesforceId id)
    {
        id = default;
        if (text.Length is not (15 or 18))
            return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c))
                return false;
        }

        Span<char> whole = stackalloc char[18];
        text[..15].CopyTo(whole);
        WriteChecksum(whole);
        if (text.Length == 18 && !text[15..].Equals(whole[15..], StringComparison.OrdinalIgnoreCase))
            return false;
        id = new SalesforceId(new string(whole));
        return true;
    }

    /// <summary>Reads an id that is known to be one.</summary>
    /// <exception cref="FormatException">It is not 15 or 18 letters and digits, or the checksum is wrong.</exception>
    public static SalesforceId Parse(string text) =>
        TryParse(text, out var id)
            ? id
            : throw new FormatException($"'{text}' is not a Salesforce id: 15 letters and digits, or 18 with a right checksum.");

    public int CompareTo(SalesforceId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;

    /// <summary>Bit k of each five-character group says whether its k-th character is a capital; the five bits pick a letter.</summary>
    private static void WriteChecksum(Span<char> whole)
    {
        for (var group = 0; group < 3; group++)
        {
            var bits = 0;
            for (var k = 0; k < 5; k++)
            {
                if (char.IsAsciiLetterUpper(whole[(group * 5) + k]))
                    bits |= 1 << k;
            }

            whole[15 + group] = ChecksumAlphabet[bits];
        }
    }

    public static bool operator <(SalesforceId left, SalesforceId right) => left.CompareTo(right) < 0;

    public static bool operator >(SalesforceId left, SalesforceId right) => left.CompareTo(right) > 0;

    public static bool operator <=(SalesforceId left, SalesforceId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SalesforceId left, SalesforceId right) => left.CompareTo(right) >= 0;
}
