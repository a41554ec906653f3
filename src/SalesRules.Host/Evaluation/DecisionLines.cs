using System.Buffers;
using System.Text.Json;
using SalesRules.Decisions;

namespace SalesRules.Host.Evaluation;

/// <summary>Writes decisions and row errors as JSON Lines, buffered.</summary>
internal sealed class DecisionLines(Stream output) : IAsyncDisposable
{
    private const int FlushAt = 256 * 1024;

    private readonly ArrayBufferWriter<byte> buffer = new(FlushAt + (64 * 1024));
    private readonly Utf8JsonWriter writer = new(Stream.Null, DecisionJson.WriterOptions);

    public ValueTask WriteAsync(Decision decision, CancellationToken cancellationToken)
    {
        writer.Reset(buffer);
        DecisionJson.Write(writer, decision);
        return EndLineAsync(cancellationToken);
    }

    public ValueTask WriteErrorAsync(long line, string error, CancellationToken cancellationToken)
    {
        writer.Reset(buffer);
        writer.WriteStartObject();
        writer.WriteNumber("line"u8, line);
        writer.WriteString("error"u8, error);
        writer.WriteEndObject();
        return EndLineAsync(cancellationToken);
    }

    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        if (buffer.WrittenCount > 0)
            await output.WriteAsync(buffer.WrittenMemory, cancellationToken);
        buffer.ResetWrittenCount();
        await output.FlushAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync() => await writer.DisposeAsync();

    private ValueTask EndLineAsync(CancellationToken cancellationToken)
    {
        writer.Flush();
        buffer.Write("\n"u8);
        return buffer.WrittenCount >= FlushAt ? FlushAsync(cancellationToken) : ValueTask.CompletedTask;
    }
}
