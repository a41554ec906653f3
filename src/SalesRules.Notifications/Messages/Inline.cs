namespace SalesRules.Notifications.Messages;

/// <summary>A piece of text that may lead somewhere. Plain: every channel escapes it, so that a customer's name formats nothing.</summary>
public sealed record Inline
{
    /// <param name="text">Control characters in it become spaces, except line breaks.</param>
    /// <param name="link">An absolute http or https address; null: it leads nowhere.</param>
    public Inline(string text, Uri? link = null)
    {
        Text = PlainText.Clean(text);
        Link = link is null ? null : WebAddress.Demand(link);
    }

    public string Text { get; }

    public Uri? Link { get; }

    public static implicit operator Inline(string text) => new(text);
}
