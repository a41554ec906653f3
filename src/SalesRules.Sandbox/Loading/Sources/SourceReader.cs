using SalesRules.Sandbox.Loading.Maps;

namespace SalesRules.Sandbox.Loading.Sources;

/// <summary>Reads the sources of a map: CSV, tab-separated or JSON Lines by the ending of the file.</summary>
internal sealed class SourceReader(string dataFile, LoadProblems problems, Action<SourceTable, int, string> brokenRow)
{
    public SourceTable Read(SourceMap map)
    {
        var path = map.File is null ? dataFile : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(dataFile))!, map.File);
        var table = new SourceTable(map, path);
        void Broken(int line, string sentence) => brokenRow(table, line, sentence);
        try
        {
            using var text = new StreamReader(path);
            switch (Path.GetExtension(path).ToUpperInvariant())
            {
                case ".CSV":
                    DelimitedSource.Read(table, text, ",", Broken);
                    break;
                case ".TSV":
                    DelimitedSource.Read(table, text, "\t", Broken);
                    break;
                case ".JSONL" or ".NDJSON":
                    JsonLinesSource.Read(table, text, Broken);
                    break;
                default:
                    problems.Add(path, 0, "Files that can be loaded end in .csv, .tsv, .jsonl or .ndjson.");
                    break;
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add(path, 0, $"The file cannot be read: {error.Message}");
        }
        return table;
    }
}
