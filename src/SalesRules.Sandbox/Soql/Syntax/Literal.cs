namespace SalesRules.Sandbox.Soql.Syntax;

/// <summary>A value written in a query.</summary>
internal abstract record Literal(int Position);

internal sealed record NullLiteral(int Position) : Literal(Position);

internal sealed record BooleanLiteral(bool Value, int Position) : Literal(Position);

internal sealed record NumberLiteral(decimal Value, int Position) : Literal(Position);

/// <param name="Value">The text with its escapes resolved.</param>
/// <param name="Pattern">The text as LIKE reads it: <c>\%</c>, <c>\_</c> and <c>\\</c> keep their backslash.</param>
/// <param name="Position">Where the opening quote is.</param>
internal sealed record TextLiteral(string Value, string Pattern, int Position) : Literal(Position);

internal sealed record DateLiteral(DateOnly Value, int Position) : Literal(Position);

internal sealed record DateTimeLiteral(DateTimeOffset Value, int Position) : Literal(Position);

/// <summary>A period named relative to today: <c>THIS_QUARTER</c>, <c>LAST_N_DAYS:30</c>.</summary>
/// <param name="Name">The name in upper case.</param>
/// <param name="Count">The number after the colon; null where the name takes none.</param>
/// <param name="Position">Where the name starts.</param>
internal sealed record PeriodLiteral(string Name, int? Count, int Position) : Literal(Position);
