using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SalesRules.Policies.Reading.Yaml;

/// <summary>Says in a policy author's words what the YAML scanner stumbled over, and where to look.</summary>
internal static class SyntaxProblem
{
    /// <summary>Words of the scanner's message and what the person who wrote the file should do.</summary>
    private static readonly (string Words, string Advice)[] Advices =
    [
        ("invalid mapping", "a text with a colon and a space in it needs quotes"),
        ("Mapping values are not allowed", "a text with a colon and a space in it needs quotes"),
        ("cannot start any token", "a text that begins with @, ` or % needs quotes"),
        ("did not find expected key", "the line is indented otherwise than its neighbours, or a text needs quotes"),
        ("quoted scalar", "a text that opens with a quote is not closed by one"),
        ("Unicode", "a character escaped with a backslash does not exist"),
        ("UTF32", "a character escaped with a backslash does not exist"),
    ];

    /// <param name="open">The lists and maps that have begun and not ended, the innermost first.</param>
    /// <param name="reached">How far the scanner came.</param>
    public static UnreadableYamlException Of(Exception problem, string text, IEnumerable<ParsingEvent> open, Mark reached)
    {
        var mark = problem is YamlException { Start: { Line: > 0 } start } ? start : reached;
        if (TabbedLine(problem, text, (int)mark.Line) is { } line)
            return new UnreadableYamlException(line, 1, "the line is indented with a tab; YAML is indented with spaces", problem);
        if (open.FirstOrDefault() is { } unclosed && IsInBrackets(unclosed) && (IsAboutBrackets(problem) || mark.Index >= text.Length))
            return new UnreadableYamlException((int)unclosed.Start.Line, (int)unclosed.Start.Column, "the [ or { here is not closed by its ] or }", problem);
        var (atLine, atColumn) = Within(text, mark);
        return new UnreadableYamlException(atLine, atColumn, Sentence(problem), problem);
    }

    /// <summary>Where the scanner stands; the end of the text when it has run past it and counts lines that are not there.</summary>
    private static (int Line, int Column) Within(string text, Mark mark)
    {
        const string Breaks = "\n\u0085\u2028\u2029";
        var lastLine = 1 + text.Count(c => Breaks.Contains(c, StringComparison.Ordinal));
        return mark.Line <= lastLine
            ? ((int)mark.Line, (int)mark.Column)
            : (lastLine, text.Length - text.AsSpan().LastIndexOfAny(Breaks));
    }

    private static string Sentence(Exception problem)
    {
        var advice = Array.Find(Advices, pair => problem.Message.Contains(pair.Words, StringComparison.Ordinal)).Advice;
        var detail = problem is YamlException ? problem.Message.TrimEnd('.') : "the scanner cannot go on here";
        return $"not readable as YAML: {advice ?? "see the line and the one before it"} ({detail})";
    }

    private static bool IsInBrackets(ParsingEvent start) =>
        start is SequenceStart { Style: SequenceStyle.Flow } or MappingStart { Style: MappingStyle.Flow };

    private static bool IsAboutBrackets(Exception problem) =>
        problem is InvalidOperationException || problem.Message.Contains("flow", StringComparison.Ordinal);

    /// <summary>
    /// The line whose indentation holds a tab, if that stopped the scanner: the one it stopped at, or a later one when it
    /// speaks of a tab itself, since it then names the beginning of the map.
    /// </summary>
    private static int? TabbedLine(Exception problem, string text, int stoppedAt)
    {
        var lines = text.Split('\n');
        var last = problem.Message.Contains("tab", StringComparison.Ordinal) ? lines.Length : Math.Min(stoppedAt, lines.Length);
        for (var line = stoppedAt; line <= last; line++)
        {
            var indentation = lines[line - 1].AsSpan()[..^lines[line - 1].AsSpan().TrimStart().Length];
            if (indentation.Length < lines[line - 1].Length && indentation.Contains('\t'))
                return line;
        }

        return null;
    }
}
