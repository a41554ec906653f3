using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Loading.Maps;

/// <summary>Reads the stage list that a map gives the org.</summary>
internal sealed class StageListReader(MapContext context)
{
    public IReadOnlyList<StageDefinition> Read(IReadOnlyList<MapNode> nodes)
    {
        var stages = nodes.Select(Stage).ToArray();
        foreach (var repeated in stages.Zip(nodes).GroupBy(pair => pair.First.Name).Where(group => group.Count() > 1))
            context.Problem(repeated.Last().Second, $"The stage \"{repeated.Key}\" is there twice.");
        return stages;
    }

    private StageDefinition Stage(MapNode node)
    {
        var map = new MapObject(node, context);
        var name = map.NeedText("name") ?? "";
        var probability = map.NeedNumber("probability") ?? 0;
        if (probability is < 0 or > 100)
            context.Problem(node, $"{node.Key}.probability is {probability}; it is a percentage from 0 to 100.");
        map.Need("category");
        var category = map.Word("category", [.. ForecastCategory.Values.Select(value => value.Label)]) ?? "";
        var stage = new StageDefinition(name, probability, category, map.Flag("closed"), map.Flag("won"));
        if (stage is { IsWon: true, IsClosed: false })
            context.Problem(node, $"{node.Key}: a stage that is won is also closed.");
        map.RefuseOtherKeys();
        return stage;
    }
}
