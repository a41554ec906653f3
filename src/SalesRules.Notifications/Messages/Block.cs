namespace SalesRules.Notifications.Messages;

/// <summary>A part of a section, in no channel's form.</summary>
public abstract record Block
{
    private protected Block()
    {
    }
}

/// <summary>Text of any length; line breaks are kept.</summary>
public sealed record Paragraph(Inline Text) : Block;

/// <summary>Names with their values.</summary>
public sealed record Facts(params IReadOnlyList<Fact> Items) : Block;

/// <summary>A name and its value.</summary>
public sealed record Fact(string Name, Inline Value);

/// <summary>Points in no particular layout.</summary>
public sealed record BulletList(params IReadOnlyList<Inline> Items) : Block;
