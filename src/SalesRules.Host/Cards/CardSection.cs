namespace SalesRules.Host.Cards;

/// <summary>A part of the decision card: a title, and lines with what belongs to each.</summary>
internal sealed record CardSection(string Title, IReadOnlyList<CardLine> Lines);

/// <summary>One line of a card.</summary>
/// <param name="Details">Printed below it, further in.</param>
internal sealed record CardLine(string Text, IReadOnlyList<string> Details)
{
    public CardLine(string text)
        : this(text, [])
    {
    }
}
