namespace SalesRules.Sandbox.Soql.Syntax;

/// <summary>Something that has a value in each row: a field or a function of fields.</summary>
internal abstract record Expression(int Position);

/// <summary>A field, possibly of a parent: <c>Owner.Manager.Email</c>.</summary>
internal sealed record PathExpression(IReadOnlyList<string> Parts, int Position) : Expression(Position)
{
    public override string ToString() => string.Join('.', Parts);
}

/// <summary>A function: <c>SUM(Amount)</c>, <c>CALENDAR_YEAR(CloseDate)</c>, <c>COUNT()</c>, <c>FIELDS(ALL)</c>.</summary>
internal sealed record CallExpression(string Function, IReadOnlyList<Expression> Arguments, int Position) : Expression(Position)
{
    public bool Is(string function) => Function.Equals(function, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => $"{Function}({string.Join(", ", Arguments)})";
}
