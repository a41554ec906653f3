namespace SalesRules.Expressions.Syntax;

/// <summary>Where a piece of an expression stands: from the first character to the one behind the last, counted from 0.</summary>
internal readonly record struct Span(int Start, int End)
{
    /// <summary>From the beginning of this piece to the end of the other.</summary>
    public Span To(Span other) => new(Start, other.End);
}
