namespace SalesRules.Sandbox.Soql.Syntax;

/// <summary>A WHERE or HAVING clause, or a part of one.</summary>
internal abstract record Condition;

internal sealed record AndCondition(IReadOnlyList<Condition> Parts) : Condition;

internal sealed record OrCondition(IReadOnlyList<Condition> Parts) : Condition;

internal sealed record NotCondition(Condition Inner) : Condition;

internal sealed record ComparisonCondition(Expression Left, ComparisonOperator Operator, Literal Right) : Condition;

/// <summary>IN or NOT IN a list of values.</summary>
internal sealed record ListCondition(Expression Left, bool Negated, IReadOnlyList<Literal> Values) : Condition;

/// <summary>IN or NOT IN the rows of another query: a semi-join or anti-join.</summary>
internal sealed record SubqueryCondition(Expression Left, bool Negated, Query Subquery) : Condition;

/// <summary>INCLUDES or EXCLUDES on a multi-select picklist.</summary>
internal sealed record SelectionCondition(Expression Left, bool Excludes, IReadOnlyList<Literal> Values) : Condition;
