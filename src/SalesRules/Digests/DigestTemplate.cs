using System.Text;

namespace SalesRules.Digests;

/// <summary>A text of a digest in the organisation's words, with what it may show in braces: "Pipeline pre-read, {date}".</summary>
public sealed class DigestTemplate
{
    private readonly IReadOnlyList<(string Words, string? Name)> pieces;

    private DigestTemplate(string text, IReadOnlyList<(string, string?)> pieces) => (Text, this.pieces) = (text, pieces);

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>Reads a text; null, with a sentence on the first thing that is wrong, where a name is none of those or a brace stands alone.</summary>
    /// <param name="names">What may stand in braces.</param>
    public static DigestTemplate? Read(string text, IReadOnlyList<string> names, out string? problem)
    {
        var pieces = new List<(string, string?)>();
        problem = null;
        for (var position = 0; position < text.Length && problem is null;)
            position = ReadPiece(text, position, names, pieces, ref problem);
        return problem is null ? new DigestTemplate(text, pieces) : null;
    }

    /// <summary>A text of our own.</summary>
    internal static DigestTemplate Of(string text, IReadOnlyList<string> names) =>
        Read(text, names, out var problem) ?? throw new ArgumentException(problem, nameof(text));

    /// <summary>The text with what its names stand for.</summary>
    public string With(Func<string, string> valueOf)
    {
        var text = new StringBuilder();
        foreach (var (words, name) in pieces)
            text.Append(name is null ? words : valueOf(name));
        return text.ToString();
    }

    public override string ToString() => Text;

    private static int ReadPiece(string text, int start, IReadOnlyList<string> names, List<(string, string?)> pieces, ref string? problem)
    {
        if (text[start] is not ('{' or '}'))
        {
            var end = text.AsSpan(start).IndexOfAny('{', '}') is var length and >= 0 ? start + length : text.Length;
            pieces.Add((text[start..end], null));
            return end;
        }

        if (text[start] == '}' || text.IndexOf('}', start) is not (var close and > 0))
        {
            problem = names.Count == 0
                ? $"'{text[start]}' stands alone, and this text shows nothing in braces"
                : $"'{text[start]}' stands alone; what a text may show is written in braces, such as {{{names[0]}}}";
            return start + 1;
        }

        var name = text[(start + 1)..close].Trim();
        if (!names.Contains(name, StringComparer.Ordinal))
            problem = Unknown(name, names);
        pieces.Add(("", name));
        return close + 1;
    }

    private static string Unknown(string name, IReadOnlyList<string> names)
    {
        var shown = Policies.Reading.Wording.Shortened(name);
        return names.Count == 0
            ? $"{{{shown}}} is nothing that this text can show: it shows nothing in braces"
            : $"{{{shown}}} is nothing that this text can show; expected {string.Join(", ", names.Select(known => $"{{{known}}}"))}";
    }
}
