namespace SalesRules.Expressions.Syntax;

internal enum TokenKind
{
    Number,
    Date,
    Text,

    /// <summary>A field, a function or a keyword.</summary>
    Word,
    Symbol,
    End,
}
