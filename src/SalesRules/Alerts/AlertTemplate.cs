using SalesRules.Expressions;
using SalesRules.Policies.Reading;

namespace SalesRules.Alerts;

/// <summary>A text of an alert with what is known of it in braces: "{Name} is now at {risk} risk."</summary>
public sealed class AlertTemplate
{
    private readonly IReadOnlyList<Func<Alert, string>> pieces;

    private AlertTemplate(string text, IReadOnlyList<Func<Alert, string>> pieces)
    {
        Text = text;
        this.pieces = pieces;
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>Reads a text for such alerts; null, with every problem, when a word in braces stands for nothing or a brace stands alone.</summary>
    public static AlertTemplate? Read(string text, AlertKind kind, out IReadOnlyList<ExpressionProblem> problems)
    {
        var found = new List<ExpressionProblem>();
        var pieces = new List<Func<Alert, string>>();
        for (var position = 0; position < text.Length;)
            position = ReadPiece(text, position, AlertPlaceholder.Of(kind), pieces, found);
        problems = found;
        return found.Count == 0 ? new AlertTemplate(text, pieces) : null;
    }

    public string For(Alert alert) => string.Concat(pieces.Select(piece => piece(alert)));

    private static int ReadPiece(string text, int start, IReadOnlyList<AlertPlaceholder> known, List<Func<Alert, string>> pieces, List<ExpressionProblem> problems)
    {
        if (text[start] is not ('{' or '}'))
        {
            var end = text.AsSpan(start).IndexOfAny('{', '}') is var length and >= 0 ? start + length : text.Length;
            var words = text[start..end];
            pieces.Add(_ => words);
            return end;
        }

        if (text[start] == '}' || text.IndexOf('}', start) is not (var close and > 0))
        {
            problems.Add(new ExpressionProblem(start + 1, $"'{text[start]}' stands alone; what is known of the alert is written {{{known[0].Name}}}"));
            return start + 1;
        }

        var name = text[(start + 1)..close].Trim();
        if (known.FirstOrDefault(one => one.Name == name) is { } placeholder)
            pieces.Add(placeholder.In);
        else
            problems.Add(new ExpressionProblem(start + 1, Refusal(name, known)));
        return close + 1;
    }

    private static string Refusal(string name, IReadOnlyList<AlertPlaceholder> known)
    {
        var names = known.Select(one => one.Name).ToList();
        var nearest = Wording.DidYouMean(name, names);
        return $"nothing known of such an alert is called {Wording.Quoted(name)}{(nearest.Length > 0 ? nearest : $"; expected one of {string.Join(", ", names)}")}";
    }
}
