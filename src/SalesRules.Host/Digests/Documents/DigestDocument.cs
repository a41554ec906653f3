using SalesRules.Digests;

namespace SalesRules.Host.Digests.Documents;

/// <summary>A digest in its words and in no form yet: HTML, Markdown, JSON, text and messages are all made from this.</summary>
/// <param name="Words">For what the forms themselves say.</param>
internal sealed record DigestDocument(DigestKind Kind, DigestVoice Words, string Title, string Intro)
{
    public required string PolicyHash { get; init; }

    /// <summary>The first things that could not be read, as sentences; empty: this is everything.</summary>
    public IReadOnlyList<string> Partial { get; init; } = [];

    /// <summary>In the order of their weight: what a channel has no room for is left out from the end.</summary>
    public required IReadOnlyList<DocumentSection> Sections { get; init; }

    /// <summary>The closing line.</summary>
    public required string Made { get; init; }
}

/// <summary>One section.</summary>
/// <param name="Key">Stable, for programs.</param>
/// <param name="Group">What several sections are about together, such as a manager; null: nothing.</param>
internal sealed record DocumentSection(string Key, string Heading, string? Intro, IReadOnlyList<DocumentBlock> Blocks, string? Group = null);
