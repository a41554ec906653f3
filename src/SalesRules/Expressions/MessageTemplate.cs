using System.Text;
using SalesRules.Policies.Reading;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Expressions;

/// <summary>A sentence with the values of fields in it: "{Name} closes on {CloseDate}"; where it stands for a rule's own sentence, with that too: {finding}.</summary>
public sealed class MessageTemplate
{
    /// <summary>In place of an empty field.</summary>
    public const string Empty = "(empty)";

    /// <summary>The name by which a template calls the rule's own sentence.</summary>
    public const string OwnSentence = "finding";

    private static readonly Piece Own = new("", null);

    private readonly IReadOnlyList<Piece> pieces;

    private MessageTemplate(string text, IReadOnlyList<Piece> pieces)
    {
        Text = text;
        this.pieces = pieces;
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>The fields that it shows, in catalogue order.</summary>
    public IReadOnlyList<OpportunityField> Fields => [.. pieces.Select(piece => piece.Field).OfType<OpportunityField>().Distinct().OrderBy(shown => shown.Place)];

    /// <summary>Reads a template; null, with every problem, when a field is none or a brace stands alone.</summary>
    /// <param name="replaces">Whether it replaces a rule's own sentence, which it may then show.</param>
    public static MessageTemplate? Read(string text, ExpressionScope scope, out IReadOnlyList<ExpressionProblem> problems, bool replaces = false)
    {
        var found = new List<ExpressionProblem>();
        var pieces = new List<Piece>();
        for (var position = 0; position < text.Length;)
            position = ReadPiece(text, position, scope, pieces, found, replaces);
        problems = found;
        return found.Count == 0 ? new MessageTemplate(text, pieces) : null;
    }

    /// <summary>The sentence for that deal, on one line.</summary>
    /// <param name="own">The rule's own sentence.</param>
    public string For(Deal deal, string own = "")
    {
        var sentence = new StringBuilder();
        foreach (var piece in pieces)
            sentence.Append(ReferenceEquals(piece, Own) ? own : piece.Field is { } field ? Shown(field.ValueOf(deal.Opportunity)) : piece.Words);
        return sentence.ToString();
    }

    private static int ReadPiece(string text, int start, ExpressionScope scope, List<Piece> pieces, List<ExpressionProblem> problems, bool replaces)
    {
        if (text[start] is not ('{' or '}'))
        {
            var end = text.AsSpan(start).IndexOfAny('{', '}') is var length and >= 0 ? start + length : text.Length;
            pieces.Add(new Piece(text[start..end], null));
            return end;
        }

        if (text[start] == '}' || text.IndexOf('}', start) is not (var close and > 0))
        {
            problems.Add(new ExpressionProblem(start + 1, $"'{text[start]}' stands alone; a field is written {{Amount}}"));
            return start + 1;
        }

        var name = text[(start + 1)..close].Trim();
        if (replaces && name == OwnSentence)
            pieces.Add(Own);
        else if (scope.Find(name, out var refusal) is { } field)
            pieces.Add(new Piece("", field));
        else
            problems.Add(new ExpressionProblem(start + 1, refusal));
        return close + 1;
    }

    private static string Shown(FieldValue value) => value.IsNull ? Empty : Wording.Shortened(value.ToString());

    /// <summary>Words, or a field.</summary>
    private sealed record Piece(string Words, OpportunityField? Field);
}
