namespace SalesRules.Sandbox.Soql.Syntax;

/// <summary>One entry of ORDER BY. Nulls come first unless the query says NULLS LAST, whatever the direction.</summary>
internal sealed record OrderItem(Expression Expression, bool Descending, bool NullsLast);
