namespace SalesRules.Expressions.Syntax;

/// <summary>The text is no expression; from here on nothing more can be said about it.</summary>
internal sealed class ExpressionSyntaxException(int position, string sentence) : Exception(sentence)
{
    /// <summary>Where, from 0.</summary>
    public int Position => position;
}
