using System.Buffers;
using System.Text;
using System.Text.Json;
using SalesRules.Decisions;

namespace SalesRules.Journal.Database;

/// <summary>Turns many small values into JSON texts with one buffer.</summary>
internal sealed class JsonText : IDisposable
{
    private readonly ArrayBufferWriter<byte> buffer = new(16 * 1024);
    private readonly Utf8JsonWriter writer;

    public JsonText() => writer = new Utf8JsonWriter(buffer, DecisionJson.WriterOptions);

    public string Of<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        buffer.ResetWrittenCount();
        writer.Reset();
        write(writer, value);
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public void Dispose() => writer.Dispose();
}
