using SalesRules.Expressions.Syntax;
using SalesRules.Policies.Reading;

namespace SalesRules.Expressions.Compilation;

/// <summary>What is wrong with the types of one expression.</summary>
internal sealed class Problems(string text)
{
    private readonly List<ExpressionProblem> found = [];

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<ExpressionProblem> InOrder => [.. found.OrderBy(problem => problem.Column)];

    /// <summary>Notes a problem; null, as what it leaves of the piece.</summary>
    public Term? Refuse(Span at, string sentence)
    {
        found.Add(new ExpressionProblem(at.Start + 1, sentence));
        return null;
    }

    /// <summary>The piece as it was written: "Amount", "'big'".</summary>
    public string Quote(Span span) => Wording.Shortened(text[span.Start..span.End]);

    /// <summary>"Amount is a number".</summary>
    public string Described(Term term) => $"{Quote(term.Span)} is {term.Kind.Words()}";
}
