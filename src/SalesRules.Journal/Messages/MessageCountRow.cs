using SalesRules.Journal.Database;

namespace SalesRules.Journal.Messages;

/// <summary>The messages of one state, counted.</summary>
internal sealed record MessageCountRow
{
    public string State { get; init; } = "";

    public long Messages { get; init; }

    public string? Oldest { get; init; }

    public string? Newest { get; init; }

    public long Late { get; init; }

    public string? NextAt { get; init; }

    public static MessageCounts Sum(IReadOnlyList<MessageCountRow> rows)
    {
        var by = rows.ToDictionary(row => Stored.Value<MessageState>(row.State));
        int Count(MessageState state) => (int)(by.GetValueOrDefault(state)?.Messages ?? 0);
        var waiting = by.GetValueOrDefault(MessageState.Waiting);
        return new MessageCounts(
            Count(MessageState.Waiting), Count(MessageState.Delivered), Count(MessageState.GivenUp), (int)(waiting?.Late ?? 0), Stored.InstantOrNull(waiting?.Oldest),
            Stored.InstantOrNull(waiting?.NextAt), Stored.InstantOrNull(by.GetValueOrDefault(MessageState.GivenUp)?.Newest));
    }
}
