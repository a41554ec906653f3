using SalesRules.Digests;
using SalesRules.Host.Digests.Documents;
using SalesRules.Host.Portfolio;

namespace SalesRules.Host.Digests.Pages;

/// <summary>The POV queue: hours that should not be spent first, then what to decide.</summary>
internal static class PovPage
{
    public static IReadOnlyList<DocumentSection> Sections(DigestPage page, PovQueueDigest digest)
    {
        var (deals, limit) = (page.Deals, page.Settings.Listed);
        return
        [
            page.Section("figures", Figures(page, digest)),
            deals.Section("unapproved", digest.Unapproved, limit, isFull: true, deal => Gate(page, deal)),
            deals.Section("waiting", digest.Waiting, limit, isFull: false, deal => [new DealFact("miql", page.Voice.Word("miql"), page.Voice.Scores(deal.Scores)), .. Gate(page, deal)]),
            deals.Section("deferred", digest.Deferred, limit, isFull: true, deal => Gate(page, deal)),
            deals.Section("ending", digest.Ending, limit, isFull: false, deal => Runs(page, deal)),
            deals.Section("dropped", digest.Dropped, limit, isFull: true, deal => Gate(page, deal)),
            deals.Section("running", digest.Running, limit, isFull: false, deal => Runs(page, deal)),
        ];
    }

    private static DocumentFigures Figures(DigestPage page, PovQueueDigest digest)
    {
        var voice = page.Voice;
        return new DocumentFigures(
        [
            new("running", voice.Word("running"), Cell.Count(digest.Running.Total.Deals), $"{voice.Word("capacity")}: {(digest.Capacity is { } places ? DigestVoice.Number(places) : voice.Word("no-limit"))}"),
            new("waiting", voice.Word("waiting"), Cell.Count(digest.Waiting.Total.Deals), voice.Of(digest.Waiting.Total)),
            new("deferred", voice.Word("deferred"), Cell.Count(digest.Deferred.Total.Deals), voice.Of(digest.Deferred.Total)),
            new("not-asked", voice.Word("not-asked"), Cell.Count(digest.NotAsked.Deals), voice.Of(digest.NotAsked)),
        ]);
    }

    private static IEnumerable<DealFact> Gate(DigestPage page, DigestDeal deal)
    {
        var voice = page.Voice;
        if (deal.Decision.Pov is not { } pov)
            yield break;
        yield return new DealFact("gate", voice.Word("gate"), pov.Path is { } path ? $"{pov.State}, {path}" : pov.State);
        if (pov.Missed.Count > 0)
            yield return new DealFact("missed", voice.Word("missed"), string.Join(", ", pov.Missed));
        if (deal.Record.PovSe is not null)
            yield return new DealFact("se", voice.Word("se"), page.Name(deal.Record.PovSe));
    }

    private static IEnumerable<DealFact> Runs(DigestPage page, DigestDeal deal) =>
    [
        new DealFact("runs", page.Voice.Word("runs"), $"{page.Voice.Of(deal.Record.PovStart)} {page.Voice.Word("until")} {page.Voice.Of(deal.Record.PovEnd)}"),
        new DealFact("se", page.Voice.Word("se"), page.Name(deal.Record.PovSe)),
    ];
}
