using SalesRules.Sandbox.Loading.Sources;

namespace SalesRules.Sandbox.Loading.Values;

/// <summary>Where a value comes from. Values are texts until they meet their field; null is an empty one.</summary>
internal interface IMapValue
{
    /// <exception cref="BrokenRowException">The row does not give what the map expects of it.</exception>
    string? Of(SourceRow row, LoadScope scope);
}
