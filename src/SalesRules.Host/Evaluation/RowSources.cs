using SalesRules.Host.Commands;
using SalesRules.Snapshots;

namespace SalesRules.Host.Evaluation;

/// <summary>Finds out what kind of rows an input holds: by the name's ending, else by its first character.</summary>
internal static class RowSources
{
    public static async Task<IRowSource> OpenAsync(Stream input, string name, FieldMap fields, CancellationToken cancellationToken)
    {
        var (stream, isJson) = Path.GetExtension(name).ToUpperInvariant() switch
        {
            ".CSV" => (input, false),
            ".JSONL" or ".NDJSON" or ".JSON" => (input, true),
            _ => await SniffAsync(input, cancellationToken),
        };
        if (isJson)
            return new JsonLinesRows(stream, new OpportunityJsonReader(fields));
        try
        {
            return new CsvRows(stream, fields);
        }
        catch (InvalidDataException problem)
        {
            throw CommandException.WrongInput($"--input {name}: {problem.Message}.");
        }
    }

    /// <summary>JSON Lines begin with a brace, whatever white space or byte order mark stands before it.</summary>
    private static async Task<(Stream Stream, bool IsJson)> SniffAsync(Stream input, CancellationToken cancellationToken)
    {
        var head = new byte[4096];
        var length = await input.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        var first = head.AsSpan(0, length).TrimStart("\uFEFF \t\r\n"u8);
        return (new HeadedStream(head.AsMemory(0, length), input), first.Length > 0 && first[0] == '{');
    }
}
