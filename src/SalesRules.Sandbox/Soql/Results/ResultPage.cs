using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Soql.Results;

/// <summary>The part of a result that one reply carries.</summary>
/// <param name="TotalSize">Rows of the whole result.</param>
/// <param name="NextOffset">Where the next page starts; null on the last page.</param>
/// <param name="Rows">The rows of this page.</param>
internal sealed record ResultPage(int TotalSize, int? NextOffset, IReadOnlyList<PageRow> Rows);

/// <summary>A record and, for each subquery of the query, its children in the order of the SELECT list.</summary>
internal sealed record PageRow(Record Record, IReadOnlyList<IReadOnlyList<Record>> Children);
