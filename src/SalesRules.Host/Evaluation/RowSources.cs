using SalesRules.Host.Commands;
using SalesRules.Snapshots;

namespace SalesRules.Host.Evaluation;

/// <summary>Finds out what kind of rows an input holds: by the name's ending, else by its first character.</summary>
internal static class RowSources
{
    public static async Task<IRowSource> OpenAsync(Stream input, string name, FieldMap fields, CsvOptions options, CancellationToken cancellationToken)
    {
        var head = new byte[4096];
        var length = await input.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        var isJson = Path.GetExtension(name).ToUpperInvariant() switch
        {
            ".CSV" => false,
            ".JSONL" or ".NDJSON" or ".JSON" => true,
            _ => BeginsWithBrace(head.AsSpan(0, length)),
        };
        try
        {
            var stream = InputEncodings.ToUtf8(new HeadedStream(head.AsMemory(0, length), input), head.AsSpan(0, length), options.Encoding);
            return isJson ? new JsonLinesRows(stream, new OpportunityJsonReader(fields)) : new CsvRows(stream, fields, options);
        }
        catch (InvalidDataException problem)
        {
            throw CommandException.WrongInput($"--input {name}: {problem.Message}.");
        }
    }

    /// <summary>JSON Lines begin with a brace, whatever white space or byte order mark stands before it.</summary>
    private static bool BeginsWithBrace(ReadOnlySpan<byte> head)
    {
        var first = head.IndexOfAnyExcept<byte>([0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n']);
        return first >= 0 && head[first] == '{';
    }
}
