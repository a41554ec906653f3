using SalesRules.Sandbox.Soql.Dates;
using SalesRules.Sandbox.Soql.Syntax;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Soql.Binding;

/// <summary>What the names and literals of one query are looked up in.</summary>
/// <param name="Store">The org's schema and records.</param>
/// <param name="Calendar">What today is.</param>
/// <param name="Source">The text, for errors.</param>
/// <param name="IncludeDeleted">queryAll: the recycle bin belongs to the rows.</param>
/// <param name="UserId">Who asks, for USING SCOPE mine; null when nobody in particular does.</param>
internal sealed record BindingContext(OrgStore Store, OrgCalendar Calendar, QuerySource Source, bool IncludeDeleted, string? UserId);
