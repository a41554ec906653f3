using System.Text;

namespace SalesRules.Host.Evaluation;

/// <summary>The encodings of input files: told by the byte order mark or by the person, never guessed.</summary>
internal static class InputEncodings
{
    /// <summary>The names that --encoding takes. Salesforce writes windows-1252 where it says ISO-8859-1.</summary>
    public static IReadOnlyList<string> Names { get; } = ["utf-8", "utf-16", "windows-1252", "iso-8859-1"];

    /// <summary>The encoding of one of the <see cref="Names"/>.</summary>
    public static Encoding Of(string name) => name.ToUpperInvariant() switch
    {
        "UTF-8" => Encoding.UTF8,
        "UTF-16" => Encoding.Unicode,
        _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
    };

    /// <summary>The input as the UTF-8 that everything here expects.</summary>
    /// <exception cref="InvalidDataException">The input's first bytes contradict the encoding that was asked for, or none was and they are of UTF-16.</exception>
    public static Stream ToUtf8(Stream input, ReadOnlySpan<byte> head, Encoding? asked)
    {
        var marked = Marked(head);
        if (asked is not null && marked is not null && !IsSame(asked, marked))
            throw new InvalidDataException($"begins with the byte order mark of {marked.WebName}, but --encoding says {asked.WebName}: leave --encoding out");
        if (asked is null && marked is null && head is ([0, not 0, 0, not 0, ..] or [not 0, 0, not 0, 0, ..]))
            throw new InvalidDataException("looks like UTF-16 without a byte order mark: say --encoding utf-16, or save the file as UTF-8");
        return (marked ?? asked ?? Encoding.UTF8) is var encoding && encoding.CodePage == Encoding.UTF8.CodePage
            ? input
            : Encoding.CreateTranscodingStream(input, encoding, Encoding.UTF8);
    }

    private static Encoding? Marked(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    /// <summary>UTF-16 has two orders of bytes, which the mark tells apart.</summary>
    private static bool IsSame(Encoding asked, Encoding marked) =>
        asked.CodePage == marked.CodePage || (asked is UnicodeEncoding && marked is UnicodeEncoding);
}
