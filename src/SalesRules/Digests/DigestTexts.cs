namespace SalesRules.Digests;

/// <summary>The words of one digest, and who gets it.</summary>
/// <param name="To">Recipients by their names in the settings; empty: nobody.</param>
/// <param name="Sections">By their keys, in the order in which they are shown.</param>
public sealed record DigestTexts(IReadOnlyList<string> To, DigestTemplate Title, DigestTemplate Intro, IReadOnlyDictionary<string, SectionTexts> Sections)
{
    /// <summary>What titles and introductions may show.</summary>
    public static IReadOnlyList<string> Names { get; } = ["date", "since", "quarter", "week", "team"];
}

/// <summary>The words of one section.</summary>
/// <param name="Intro">Null: none.</param>
/// <param name="Empty">What stands there where there is nothing to show.</param>
public sealed record SectionTexts(DigestTemplate Heading, DigestTemplate? Intro, DigestTemplate Empty)
{
    /// <summary>What headings and sentences may show: how many deals belong there, what they are worth, how many are named at most.</summary>
    public static IReadOnlyList<string> Names { get; } = ["deals", "money", "limit", "date", "since", "quarter"];
}
