using System.Globalization;

namespace SalesRules.Sandbox.Loading.Maps;

/// <summary>An object of the map while it is read: remembers which keys were asked for, so that the others can be refused.</summary>
internal sealed class MapObject(MapNode node, MapContext context)
{
    private readonly List<string> known = [];

    public MapNode Node => node;

    public MapNode? Find(string key)
    {
        if (!known.Contains(key))
            known.Add(key);
        return node.Member(key);
    }

    /// <summary>A key that must be there; its absence is a problem.</summary>
    public MapNode? Need(string key)
    {
        var found = Find(key);
        if (found is null)
            context.Problem(node, $"{Where(node)} needs the key \"{key}\".");
        return found;
    }

    public string? Text(string key) => Scalar(Find(key));

    public string? NeedText(string key) => Scalar(Need(key));

    /// <summary>One of a few words; null when the key is absent.</summary>
    public string? Word(string key, params string[] allowed)
    {
        var found = Find(key);
        var text = Scalar(found);
        if (found is null || allowed.Contains(text))
            return text;
        context.Problem(found, $"{found.Key} is \"{text}\"; it may be {string.Join(" or ", allowed.Select(word => $"\"{word}\""))}.");
        return null;
    }

    /// <summary>A whole number that must be there.</summary>
    public int? NeedNumber(string key)
    {
        var found = Need(key);
        if (found is null)
            return null;
        if (int.TryParse(found.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        context.Problem(found, $"{found.Key} is to be a whole number.");
        return null;
    }

    /// <summary>True when the key is there and says so.</summary>
    public bool Flag(string key) => Word(key, "true", "false") == "true";

    /// <summary>The members of an object under this key; none when it is absent.</summary>
    public IReadOnlyList<MapNode> Members(string key) => MembersOf(Find(key));

    /// <summary>The same for a key that must be there.</summary>
    public IReadOnlyList<MapNode> NeedMembers(string key) => MembersOf(Need(key));

    /// <summary>The items of a list under this key; none when it is absent.</summary>
    public IReadOnlyList<MapNode> Items(string key)
    {
        var found = Find(key);
        if (found is { Kind: not MapNodeKind.List })
            context.Problem(found, $"{found.Key} is to be a list.");
        return found?.Items ?? [];
    }

    /// <summary>Call last: what nobody asked for is a misspelt key, and so is one that comes twice.</summary>
    public void RefuseOtherKeys()
    {
        foreach (var member in node.Members.Where(member => !known.Contains(member.Name)))
            context.Problem(member, $"{Where(node)} has no key \"{member.Name}\"; it takes {string.Join(", ", known)}.");
        foreach (var repeated in node.Members.GroupBy(member => member.Name).Where(group => group.Count() > 1))
            context.Problem(repeated.Last(), $"{repeated.Last().Key} is there twice.");
    }

    private string? Scalar(MapNode? found)
    {
        if (found is { IsScalar: false })
            context.Problem(found, $"{found.Key} is to be a text.");
        return found?.Text;
    }

    private IReadOnlyList<MapNode> MembersOf(MapNode? found)
    {
        if (found is { Kind: not MapNodeKind.Object })
            context.Problem(found, $"{found.Key} is to be an object.");
        return found?.Members ?? [];
    }

    private static string Where(MapNode node) => node.Key.Length == 0 ? "The map" : node.Key;
}
