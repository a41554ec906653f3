using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using SalesRules.Snapshots;

namespace SalesRules.Host.Evaluation;

/// <summary>JSON Lines: one opportunity a line, in UTF-8, with or without a byte order mark.</summary>
internal sealed class JsonLinesRows(Stream input, OpportunityJsonReader reader) : IRowSource
{
    /// <summary>A longer line is refused without being held: Salesforce's own limit for a record is far below.</summary>
    public const int LongestLine = 8 * 1024 * 1024;

    private readonly PipeReader pipe = PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: 128 * 1024));
    private byte[] line = new byte[4 * 1024];
    private int length;
    private bool isTooLong;

    public long Line { get; private set; }

    public long BytesRead { get; private set; }

    public IReadOnlyList<string> IgnoredColumns => [];

    public IEnumerable<string> Notes => [];

    public DateOnly? SnapshotOn => SnapshotDates.OfJson(line.AsSpan(0, length));

    public async ValueTask<bool> NextAsync(CancellationToken cancellationToken)
    {
        while (await ReadLineAsync(cancellationToken))
        {
            if (Line == 1)
                DropByteOrderMark();
            if (isTooLong || line.AsSpan(0, length).ContainsAnyExcept(" \t\r"u8))
                return true;
        }

        return false;
    }

    public Opportunity Read()
    {
        if (isTooLong)
            throw new SnapshotFormatException(string.Create(CultureInfo.InvariantCulture, $"the line is longer than {LongestLine:N0} bytes"));
        return reader.Read(line.AsSpan(0, length));
    }

    public ValueTask DisposeAsync() => pipe.CompleteAsync();

    private async ValueTask<bool> ReadLineAsync(CancellationToken cancellationToken)
    {
        length = 0;
        isTooLong = false;
        while (true)
        {
            var result = await pipe.ReadAsync(cancellationToken);
            var buffer = result.Buffer;
            if (buffer.PositionOf((byte)'\n') is { } end)
            {
                Keep(buffer.Slice(0, end));
                Consume(buffer, buffer.GetPosition(1, end));
                Line++;
                return true;
            }

            // What there is of the line is taken out of the pipe, so that an endless one does not pile up there.
            Keep(buffer);
            Consume(buffer, buffer.End);
            if (!result.IsCompleted)
                continue;
            if (length == 0 && !isTooLong)
                return false;
            Line++;
            return true;
        }
    }

    private void Consume(ReadOnlySequence<byte> buffer, SequencePosition position)
    {
        BytesRead += buffer.Slice(0, position).Length;
        pipe.AdvanceTo(position);
    }

    private void Keep(ReadOnlySequence<byte> part)
    {
        if (isTooLong || length + part.Length > LongestLine)
        {
            isTooLong = true;
            return;
        }

        var needed = length + (int)part.Length;
        if (needed > line.Length)
            Array.Resize(ref line, Math.Min(LongestLine, Math.Max(needed, line.Length * 2)));
        part.CopyTo(line.AsSpan(length));
        length = needed;
    }

    private void DropByteOrderMark()
    {
        if (!line.AsSpan(0, length).StartsWith("\uFEFF"u8))
            return;
        line.AsSpan(3, length - 3).CopyTo(line);
        length -= 3;
    }
}
