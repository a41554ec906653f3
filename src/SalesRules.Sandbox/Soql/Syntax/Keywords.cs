using System.Collections.Frozen;

namespace SalesRules.Sandbox.Soql.Syntax;

/// <summary>Words with a meaning of their own, which therefore cannot be names or aliases everywhere.</summary>
internal static class Keywords
{
    private static readonly FrozenSet<string> Reserved = FrozenSet.ToFrozenSet(
        [
            "ALL", "AND", "AS", "ASC", "DESC", "ELSE", "END", "EXCLUDES", "FIRST", "FOR", "FROM", "GROUP", "HAVING", "IN", "INCLUDES",
            "LAST", "LIKE", "LIMIT", "NOT", "NULL", "NULLS", "OFFSET", "OR", "ORDER", "SELECT", "THEN", "UPDATE", "USING", "WHEN",
            "WHERE", "WITH",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>A few clause words are names of objects, too: Group, Order.</summary>
    private static readonly FrozenSet<string> NeverNames = FrozenSet.ToFrozenSet(
        [
            "AND", "ASC", "DESC", "EXCLUDES", "FROM", "HAVING", "IN", "INCLUDES", "LIKE", "LIMIT", "NOT", "NULL", "NULLS", "OR", "SELECT",
            "USING", "WHERE", "WITH",
        ],
        StringComparer.OrdinalIgnoreCase);

    public static bool CanBeName(Token token) => token.Kind == TokenKind.Word && !NeverNames.Contains(token.Text);

    public static bool CanBeAlias(Token token) =>
        token.Kind == TokenKind.Word && !token.Text.Contains('.', StringComparison.Ordinal) && !Reserved.Contains(token.Text);
}
