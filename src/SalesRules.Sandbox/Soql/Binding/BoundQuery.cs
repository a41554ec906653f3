using SalesRules.Sandbox.Soql.Aggregation;
using SalesRules.Sandbox.Soql.Execution;
using SalesRules.Sandbox.Soql.Results;

namespace SalesRules.Sandbox.Soql.Binding;

/// <summary>A query whose names have been looked up: it can run.</summary>
internal abstract record BoundQuery(RowQuery Rows);

internal sealed record BoundRecordQuery(RecordQuery Query) : BoundQuery(Query.Rows);

internal sealed record BoundAggregateQuery(AggregateQuery Query) : BoundQuery(Query.Rows);

/// <summary><c>SELECT COUNT()</c>: only the number of rows.</summary>
internal sealed record BoundCountQuery(RowQuery Rows) : BoundQuery(Rows);
