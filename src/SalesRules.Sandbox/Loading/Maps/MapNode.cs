namespace SalesRules.Sandbox.Loading.Maps;

/// <summary>
/// A value of the map file that still knows its line. Key is the whole way to it, Name the last step. Text is what a scalar says;
/// null stands for JSON's null and for objects and lists.
/// </summary>
internal sealed record MapNode(MapNodeKind Kind, int Line, string Key, string Name, string? Text = null)
{
    /// <summary>The members of an object, in the order of the file.</summary>
    public IReadOnlyList<MapNode> Members { get; init; } = [];

    /// <summary>The items of a list.</summary>
    public IReadOnlyList<MapNode> Items { get; init; } = [];

    public bool IsScalar => Kind == MapNodeKind.Scalar;

    public MapNode? Member(string name) => Members.FirstOrDefault(member => member.Name == name);
}
