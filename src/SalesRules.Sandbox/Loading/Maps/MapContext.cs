using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Loading.Maps;

/// <summary>What reading a map needs everywhere: its file for messages, the org's schema, and the column uses to check against headers.</summary>
internal sealed class MapContext(string file, OrgSchema schema, LoadProblems problems)
{
    public OrgSchema Schema => schema;

    /// <summary>Which columns of which source are read where.</summary>
    public List<ColumnUse> ColumnUses { get; } = [];

    public void Problem(MapNode at, string sentence) => problems.Add(file, at.Line, sentence);
}
