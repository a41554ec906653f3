namespace SalesRules.Notifications.Messages;

/// <summary>What people are told, in no channel's form. Each channel renders it within its own limits.</summary>
public sealed record Message
{
    /// <summary>The longest key: it travels in headers.</summary>
    public const int LongestKey = 200;

    /// <summary>The most actions: every channel shows as many.</summary>
    public const int MostActions = 8;

    // What lists of messages show is shorter still.
    private const int LongestLine = 300;

    /// <summary>
    /// The same key is the same message, however often it is sent: 1 to 200 visible ASCII characters. It stands in every rendering, so that
    /// a reader, or a program, can tell a repeat.
    /// </summary>
    public required string Key
    {
        get;
        init => field = IsKey(value)
            ? value
            : throw new ArgumentException($"A message's key has 1 to {LongestKey} visible ASCII characters and no space.", nameof(value));
    }

    /// <summary>One line: the subject of a mail, the header of a card.</summary>
    public required string Title
    {
        get;
        init => field = PlainText.OneLine(value).Shorten(LongestLine) is { Length: > 0 } title ? title : throw new ArgumentException("A message has a title.", nameof(value));
    }

    /// <summary>One plain sentence for where only a line is shown: a notification, the preview of a mail. Null: the title has to do.</summary>
    public string? Summary { get; init => field = value is null ? null : PlainText.OneLine(value).Shorten(LongestLine); }

    public Level Level { get; init; }

    public IReadOnlyList<Section> Sections { get; init => field = [.. value]; } = [];

    public IReadOnlyList<LinkAction> Actions
    {
        get;
        init => field = value.Count <= MostActions ? [.. value] : throw new ArgumentException($"A message has {MostActions} actions at most.", nameof(value));
    } = [];

    /// <summary>What had to be left out for a channel's limits, as a sentence; null: nothing.</summary>
    internal string? LeftOut { get; init; }

    private static bool IsKey(string key) => key.Length is >= 1 and <= LongestKey && key.All(c => c is > ' ' and < '\x7f');
}
