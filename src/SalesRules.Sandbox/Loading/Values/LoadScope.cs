using SalesRules.Sandbox.Loading.Sources;

namespace SalesRules.Sandbox.Loading.Values;

/// <summary>What a value may look at beyond its own row: the other sources, and the records made so far.</summary>
internal sealed class LoadScope(IReadOnlyDictionary<string, SourceTable> sources)
{
    private readonly Dictionary<string, Dictionary<string, string>> idsByKey = [];

    public SourceTable Source(string name) => sources[name];

    /// <summary>The ids of a record set by key, to read or to fill.</summary>
    public Dictionary<string, string> IdsOf(string recordSet)
    {
        if (!idsByKey.TryGetValue(recordSet, out var ids))
            idsByKey[recordSet] = ids = new Dictionary<string, string>(StringComparer.Ordinal);
        return ids;
    }
}
