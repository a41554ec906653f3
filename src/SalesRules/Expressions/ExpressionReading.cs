using System.Diagnostics.CodeAnalysis;

namespace SalesRules.Expressions;

/// <summary>What became of the text of an expression: an expression, or every problem that stands in its way.</summary>
public sealed record ExpressionReading
{
    internal ExpressionReading(Expression expression) => Expression = expression;

    internal ExpressionReading(IReadOnlyList<ExpressionProblem> problems) => Problems = problems;

    /// <summary>Null when the text has a problem.</summary>
    public Expression? Expression { get; }

    /// <summary>In the order of the text: the first of its syntax, else all of its names and types.</summary>
    public IReadOnlyList<ExpressionProblem> Problems { get; } = [];

    [MemberNotNullWhen(true, nameof(Expression))]
    public bool IsSound => Expression is not null;
}
