using System.Text;
using SalesRules.Host.Commands;
using SalesRules.Snapshots;

namespace SalesRules.Host.Evaluation;

/// <summary>Finds out what kind of rows an input holds: by the name's ending, else by its first character. UTF-16 is told by its byte order mark.</summary>
internal static class RowSources
{
    public static async Task<IRowSource> OpenAsync(Stream input, string name, FieldMap fields, CancellationToken cancellationToken)
    {
        var head = new byte[4096];
        var length = await input.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellationToken);
        var stream = Utf8(new HeadedStream(head.AsMemory(0, length), input), head.AsSpan(0, length));
        var isJson = Path.GetExtension(name).ToUpperInvariant() switch
        {
            ".CSV" => false,
            ".JSONL" or ".NDJSON" or ".JSON" => true,
            _ => BeginsWithBrace(head.AsSpan(0, length)),
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

    /// <summary>What Windows programs call "Unicode" is UTF-16: read as the UTF-8 that everything here expects.</summary>
    private static Stream Utf8(Stream input, ReadOnlySpan<byte> head) => head switch
    {
        [0xFF, 0xFE, ..] => Encoding.CreateTranscodingStream(input, Encoding.Unicode, Encoding.UTF8),
        [0xFE, 0xFF, ..] => Encoding.CreateTranscodingStream(input, Encoding.BigEndianUnicode, Encoding.UTF8),
        _ => input,
    };

    /// <summary>JSON Lines begin with a brace, whatever white space or byte order mark stands before it.</summary>
    private static bool BeginsWithBrace(ReadOnlySpan<byte> head)
    {
        var first = head.IndexOfAnyExcept<byte>([0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n']);
        return first >= 0 && head[first] == '{';
    }
}
