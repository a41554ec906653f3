using SalesRules.Sandbox.Loading.Values;
using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Loading.Maps;

/// <summary>A field and where its value comes from.</summary>
internal sealed record FieldMap(SObjectField Field, IMapValue Value);
