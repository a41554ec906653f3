using SalesRules.Sandbox.Loading.Sources;

namespace SalesRules.Sandbox.Loading.Values;

/// <summary>What another source says in one column, in the row where another column has this value; empty when looked for with nothing.</summary>
internal sealed class FindValue(string source, string where, IMapValue value, string column) : IMapValue
{
    public string? Of(SourceRow row, LoadScope scope)
    {
        if (value.Of(row, scope) is not { } wanted)
            return null;
        return scope.Source(source).Find(where, wanted, scope) is { } found
            ? found.Value(column, scope)
            : throw new BrokenRowException($"\"{source}\" has no row with {where} \"{wanted}\".");
    }
}
