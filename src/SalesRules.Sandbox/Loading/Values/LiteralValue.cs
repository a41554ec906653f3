using SalesRules.Sandbox.Loading.Sources;

namespace SalesRules.Sandbox.Loading.Values;

/// <summary>The same value for every row.</summary>
internal sealed class LiteralValue(string? text) : IMapValue
{
    public string? Of(SourceRow row, LoadScope scope) => string.IsNullOrEmpty(text) ? null : text;
}
