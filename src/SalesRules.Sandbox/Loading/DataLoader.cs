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

    private DataLoader(Org org) => this.org = org;

    /// <summary>Loads a file by a map; without a map its headers are labels or API names of opportunity fields.</summary>
    /// <exception cref="DataLoadException">The map or the data is wrong; the message lists everything that is.</exception>
    public static LoadReport Load(Org org, string dataFile, string? mapFile)
    {
        var problems = new LoadProblems();
        var map = mapFile is null ? HeaderMap.Of(dataFile, org.Schema, problems) : MapReader.Read(mapFile, org.Schema, problems);
        return new DataLoader(org).Load(dataFile, map, mapFile ?? dataFile);
    }

    private LoadReport Load(string dataFile, DataMap map, string mapFile)
    {
        var reader = new SourceReader(dataFile, problems, BrokenRow);
        var sources = map.Sources.Select(reader.Read).ToDictionary(source => source.Map.Name);
        CheckColumns(map, sources, mapFile);
        problems.ThrowIfAny();
        if (map.Stages is not null)
            org.ReplaceStages(map.Stages);
        var counts = org.Write(transaction =>
        {
            var records = new RecordLoader(transaction, new LoadScope(sources), BrokenRow, (table, line, sentence) => problems.Add(table.File, line, sentence));
            var made = map.Records.ToDictionary(set => set.Name, records.Load);
            records.CheckLookups();
            problems.ThrowIfAny();
            return made;
        });
        return new LoadReport(counts, [.. skipped.Distinct().OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line)]);
    }

    /// <summary>A row that cannot be used: noted when the map says to skip such rows, otherwise the end of the load.</summary>
    private void BrokenRow(SourceTable table, int line, string sentence)
    {
        if (table.Map.SkipsBrokenRows)
            skipped.Add(new LoadProblem(table.File, line, sentence));
        else
            problems.Add(table.File, line, sentence);
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
