using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Soql.Results;

/// <summary>One column of a <see cref="QueryTable"/>: <c>Owner.Email</c>, and what its values are.</summary>
public sealed record QueryColumn(string Name, FieldType Type);
