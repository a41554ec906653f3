namespace SalesRules.Expressions.Syntax;

/// <summary>A piece of an expression as it was written, before anything is known of types.</summary>
internal abstract record SyntaxNode(Span Span);

internal sealed record NumberNode(decimal Value, Span Span) : SyntaxNode(Span);

internal sealed record TextNode(string Value, Span Span) : SyntaxNode(Span);

internal sealed record DateNode(DateOnly Value, Span Span) : SyntaxNode(Span);

/// <summary>30 days.</summary>
internal sealed record DaysNode(int Value, Span Span) : SyntaxNode(Span);

internal sealed record TrueFalseNode(bool Value, Span Span) : SyntaxNode(Span);

/// <summary>A field.</summary>
internal sealed record NameNode(string Name, Span Span) : SyntaxNode(Span);

/// <summary>A function with its arguments.</summary>
internal sealed record CallNode(string Function, IReadOnlyList<SyntaxNode> Arguments, Span Span) : SyntaxNode(Span);

/// <summary>-x.</summary>
internal sealed record NegationNode(SyntaxNode Operand, Span Span) : SyntaxNode(Span);

internal sealed record ArithmeticNode(ArithmeticOperator Operator, SyntaxNode Left, SyntaxNode Right, Span Span) : SyntaxNode(Span);

internal sealed record ComparisonNode(ComparisonOperator Operator, SyntaxNode Left, SyntaxNode Right, Span Span) : SyntaxNode(Span);

/// <summary>x in (a, b), or x not in (a, b).</summary>
internal sealed record MembershipNode(SyntaxNode Operand, IReadOnlyList<SyntaxNode> Items, bool IsNegated, Span Span) : SyntaxNode(Span);

/// <summary>x is null, or x is not null.</summary>
internal sealed record NullTestNode(SyntaxNode Operand, bool IsNegated, Span Span) : SyntaxNode(Span);

internal sealed record NotNode(SyntaxNode Operand, Span Span) : SyntaxNode(Span);

/// <summary>x and y, or x or y.</summary>
internal sealed record LogicalNode(LogicalOperator Operator, SyntaxNode Left, SyntaxNode Right, Span Span) : SyntaxNode(Span);
