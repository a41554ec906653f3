using SalesRules.Sandbox.Loading.Sources;

namespace SalesRules.Sandbox.Loading.Values;

/// <summary>The id of the record that a record set made under this key; empty for an empty key.</summary>
internal sealed class LookupValue(string recordSet, IMapValue key) : IMapValue
{
    public string? Of(SourceRow row, LoadScope scope)
    {
        if (key.Of(row, scope) is not { } wanted)
            return null;
        return scope.IdsOf(recordSet).TryGetValue(wanted, out var id)
            ? id
            : throw new BrokenRowException($"\"{recordSet}\" has no record with the key \"{wanted}\".");
    }
}
