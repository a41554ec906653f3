using SalesRules.Sandbox.Soql.Filtering;

namespace SalesRules.Sandbox.Soql.Aggregation;

/// <summary>One key of an AggregateResult: the alias, the grouped field's name, or <c>expr0</c>.</summary>
internal sealed record AggregateColumn(string Name, Operand<RowGroup> Operand);
