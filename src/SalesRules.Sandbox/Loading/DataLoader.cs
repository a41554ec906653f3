using SalesRules.Sandbox.Loading.Maps;
using SalesRules.Sandbox.Loading.Records;
using SalesRules.Sandbox.Loading.Sources;
using SalesRules.Sandbox.Loading.Values;

namespace SalesRules.Sandbox.Loading;

/// <summary>Fills an org from CSV or JSON Lines files by a map. Either everything the map asks for is loaded or nothing.</summary>
public sealed class DataLoader
{
    private readonly Org org;
    private readonly LoadProblems problems = new();
    private readonly List<LoadProblem> skipped = [];
    private readonly SourceReader reader;

    private DataLoader(Org org, string dataFile)
    {
        this.org = org;
        reader = new SourceReader(dataFile, problems, skipped);
    }

    /// <exception cref="DataLoadException">The map or the data is wrong; the message lists everything that is.</exception>
    public static LoadReport Load(Org org, string dataFile, string mapFile) =>
        new DataLoader(org, dataFile).Load(MapReader.Read(mapFile, org.Schema, new LoadProblems()), mapFile);

    private LoadReport Load(DataMap map, string mapFile)
    {
        var sources = map.Sources.Select(reader.Read).ToDictionary(source => source.Map.Name);
        CheckColumns(map, sources, mapFile);
        problems.ThrowIfAny();
        if (map.Stages is not null)
            org.ReplaceStages(map.Stages);
        var counts = org.Write(transaction =>
        {
            var records = new RecordLoader(transaction, new LoadScope(sources), reader.BrokenRow);
            var made = map.Records.ToDictionary(set => set.Name, records.Load);
            problems.ThrowIfAny();
            return made;
        });
        return new LoadReport(counts, [.. skipped.Distinct().OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)]);
    }

    private void CheckColumns(DataMap map, Dictionary<string, SourceTable> sources, string mapFile)
    {
        foreach (var use in map.ColumnUses)
        {
            if (sources.TryGetValue(use.Source, out var source) && !source.Columns.ContainsKey(use.Column) && !source.Let.ContainsKey(use.Column))
                problems.Add(mapFile, use.At.Line, $"{use.At.Key}: {source.File} has no column \"{use.Column}\"; it has {string.Join(", ", source.Columns.Keys)}.");
        }
    }
}
