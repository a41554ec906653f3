namespace SalesRules.Expressions;

/// <summary>One thing wrong with an expression, said to the person who wrote it.</summary>
/// <param name="Column">Within the expression, from 1.</param>
public sealed record ExpressionProblem(int Column, string Sentence)
{
    /// <summary>column 14: there is no field "Amonut"; did you mean "Amount"?</summary>
    public override string ToString() => FormattableString.Invariant($"column {Column}: {Sentence}");
}
