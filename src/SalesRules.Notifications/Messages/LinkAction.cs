namespace SalesRules.Notifications.Messages;

/// <summary>Something the reader can do: a link that stands out.</summary>
public sealed record LinkAction
{
    private const int LongestLabel = 75;

    public LinkAction(string label, Uri link)
    {
        Label = PlainText.OneLine(label).Shorten(LongestLabel) is { Length: > 0 } text ? text : throw new ArgumentException("An action has a label.", nameof(label));
        Link = WebAddress.Demand(link);
    }

    public string Label { get; }

    public Uri Link { get; }

    /// <summary>The thing to do first; at most one of a message, by habit.</summary>
    public bool IsPrimary { get; init; }
}
