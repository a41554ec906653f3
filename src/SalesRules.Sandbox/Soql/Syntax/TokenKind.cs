namespace SalesRules.Sandbox.Soql.Syntax;

/// <summary>What a piece of query text is, before its place in the grammar is known.</summary>
internal enum TokenKind
{
    /// <summary>A keyword, name or dotted path; which one, only the parser knows.</summary>
    Word,
    Number,
    Text,
    Date,
    DateTime,
    Symbol,
    End,
}
