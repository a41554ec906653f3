namespace SalesRules.Sandbox.Soql.Syntax;

/// <summary>A query as it was written; names are not looked up yet.</summary>
internal sealed record Query
{
    public required IReadOnlyList<SelectItem> Select { get; init; }

    /// <summary>The object, or inside a SELECT list the child relationship.</summary>
    public required PathExpression From { get; init; }

    public string? Alias { get; init; }

    /// <summary>USING SCOPE; null is everything.</summary>
    public Token? Scope { get; init; }

    public Condition? Where { get; init; }

    public IReadOnlyList<Expression> GroupBy { get; init; } = [];

    public Grouping Grouping { get; init; }

    public Condition? Having { get; init; }

    public IReadOnlyList<OrderItem> OrderBy { get; init; } = [];

    /// <summary>Null is no limit.</summary>
    public int? Limit { get; init; }

    public int Offset { get; init; }
}
