using SalesRules.Host.Digests.Documents;
using SalesRules.Host.Portfolio;
using SalesRules.Notifications.Messages;
using Column = SalesRules.Notifications.Messages.Column;

namespace SalesRules.Host.Digests.Forms;

/// <summary>A digest as a message for email, Slack, Teams and webhooks. Each channel leaves out from the end what it has no room for.</summary>
internal static class DigestMessage
{
    /// <param name="key">The same key is the same message, however often it is sent.</param>
    public static Message Of(DigestDocument document, string key) => new()
    {
        Key = key,
        Title = document.Title,
        Summary = document.Intro,
        Level = Level.Info,
        Sections =
        [
            new Section(null, new Paragraph(document.Intro)),
            .. document.Partial.Count == 0 ? [] : new[] { new Section(document.Partial[0], new BulletList([.. document.Partial.Skip(1).Select(line => new Inline(line))])) },
            .. document.Sections.Select(section => Of(section, document.Words)),
            new Section(null, new Paragraph(document.Made)),
        ],
    };

    private static Section Of(DocumentSection section, DigestVoice voice) => new(
        section.Group is null ? section.Heading : $"{section.Group}: {section.Heading}",
        [.. section.Intro is null ? [] : new Block[] { new Paragraph(section.Intro) }, .. section.Blocks.SelectMany(block => Of(block, voice))]);

    private static IEnumerable<Block> Of(DocumentBlock block, DigestVoice voice) => block switch
    {
        DocumentNote note => [new Paragraph(note.Text)],
        DocumentFigures figures => [new Facts([.. figures.Items.Select(figure => new Fact(figure.Label, $"{voice.Of(figure.Value)}{(figure.Note is null ? "" : $" ({figure.Note})")}"))])],
        DocumentTable table => [Of(table, voice)],
        DocumentDeals deals => [deals.IsFull ? Full(deals, voice) : Brief(deals, voice), .. More(deals.More)],
        DocumentActions actions => [Of(actions, voice), .. More(actions.More)],
        _ => throw new NotSupportedException($"A message has no form for {block.GetType().Name}."),
    };

    private static Table Of(DocumentTable table, DigestVoice voice) => new(
        [.. table.Columns.Select((column, place) => new Column(column.Heading, table.Rows.Any(row => row.Cells[place].Unit != Unit.Text)))],
        [.. table.Rows.Select(row => (IReadOnlyList<Inline>)[.. row.Cells.Select(cell => new Inline(voice.Of(cell)))])]);

    /// <summary>Few columns, so that it is read on a phone; whole sentences, so that it reads well where a cell is one line.</summary>
    private static Table Full(DocumentDeals deals, DigestVoice voice) => new(
        [new Column(voice.Word("deal")), new Column($"{voice.Word("amount")}, {voice.Word("forecast").ToLowerInvariant()}"), new Column(voice.Word("lowest")), new Column(voice.Word("why"))],
        [
            .. deals.Lines.Select(deal => (IReadOnlyList<Inline>)
            [
                new Inline(deal.Name, deal.Link),
                $"{DealWords.InALine(deal, voice)}; {voice.Word("risk").ToLowerInvariant()}: {voice.Of(deal.Risk)}",
                Lines([$"{voice.Lowest(deal.Scores, deal.Motion) ?? voice.Word("none")} ({voice.Scores(deal.Scores)}).", Sentence(voice.Word("gaps"), DealWords.Gaps(deal, voice)), .. deal.Trend is { } trend ? [Sentence(voice.Word("trend"), DealWords.Trend(trend))] : Array.Empty<string>()]),
                Lines([.. deal.Facts.Select(fact => Sentence(fact.Label, fact.Value)), .. deal.Why.Select(why => why.Sentence), .. Steps(deal, voice)]),
            ]),
        ]);

    private static IEnumerable<string> Steps(DealLine deal, DigestVoice voice)
    {
        if (deal.Fix.Count > 0)
            yield return Sentence(voice.Word("fix"), string.Join(", ", deal.Fix));
        if (deal.NextStep is { } next)
            yield return Sentence(voice.Word("next-step"), next);
    }

    private static string Lines(IEnumerable<string> sentences) => string.Join('\n', sentences);

    private static string Sentence(string label, string text) => $"{label}: {text}{(text.EndsWith('.') ? "" : ".")}";

    private static Table Brief(DocumentDeals deals, DigestVoice voice)
    {
        var facts = deals.Lines.SelectMany(deal => deal.Facts).Select(fact => (fact.Key, fact.Label)).Distinct().ToList();
        return new Table(
            [new Column(voice.Word("deal")), new Column(voice.Word("owner")), new Column(voice.Word("amount"), IsNumber: true), new Column(voice.Word("forecast")), new Column(voice.Word("closes")), .. facts.Select(fact => new Column(fact.Label))],
            [
                .. deals.Lines.Select(deal => (IReadOnlyList<Inline>)
                [
                    new Inline(deal.Name, deal.Link),
                    deal.Owner ?? voice.Word("no-name"),
                    voice.Of(deal.Amount),
                    deal.Forecast ?? voice.Word("unknown"),
                    voice.Of(deal.Closes),
                    .. facts.Select(fact => new Inline(deal.Facts.FirstOrDefault(own => own.Key == fact.Key)?.Value ?? "")),
                ]),
            ]);
    }

    private static Table Of(DocumentActions actions, DigestVoice voice) => new(
        [new Column(voice.Word("what")), new Column(voice.Word("who")), new Column(voice.Word("by-when")), new Column(voice.Word("deal"))],
        [
            .. actions.Lines.Select(action => (IReadOnlyList<Inline>)
                [action.What, action.Who, DealWords.ByWhen(action, voice), new Inline(action.Deal ?? "", action.Deal is null ? null : action.Link)]),
        ]);

    private static IEnumerable<Block> More(string? more) => more is null ? [] : [new Paragraph(more)];
}
