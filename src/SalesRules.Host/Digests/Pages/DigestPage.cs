using SalesRules.Digests;
using SalesRules.Host.Digests.Documents;
using SalesRules.Policies;
using SalesRules.Portfolio;

namespace SalesRules.Host.Digests.Pages;

/// <summary>Lays a digest out: its sections in their order, in the policy's words.</summary>
internal sealed class DigestPage(DigestReading reading)
{
    private const int MostProblems = 5;

    private readonly DigestScope scope = reading.Digest.Scope;

    public DigestVoice Voice { get; } = new(reading.Digest.Scope, reading.Digest.Kind);

    public DealLines Deals => new(reading, Voice);

    public DigestsPolicy Settings => scope.Settings;

    public static DigestDocument Of(DigestReading reading)
    {
        var page = new DigestPage(reading);
        return page.Of(reading.Digest switch
        {
            PipelinePreRead pipeline => PipelinePage.Sections(page, pipeline),
            DealReviewPack pack => DealReviewPage.Sections(page, pack),
            ManagerReviews reviews => ManagerReviewPage.Sections(page, reviews),
            RenewalPreRead renewals => RenewalPage.Sections(page, renewals),
            var pov => PovPage.Sections(page, (PovQueueDigest)pov),
        });
    }

    /// <summary>A section that is no list of deals.</summary>
    public DocumentSection Section(string key, DocumentBlock? block, Money all = default) => new(
        key, Voice.Heading(key, all, 0), block is null ? null : Voice.SectionIntro(key, all, 0), [block ?? new DocumentNote(Voice.Empty(key))]);

    /// <summary>The list of what is not reviewable: where the org does not show us the scores, nobody can say.</summary>
    public DocumentSection WhereScored(DocumentSection section) => DigestDeal.AreScoresKnown(scope.Policy)
        ? section
        : section with { Blocks = [new DocumentNote($"{Voice.Word("unknown")}: our user does not see the scores of all five pillars")] };

    /// <summary>Last week's open actions.</summary>
    public DocumentSection Actions(OpenActions actions)
    {
        var lines = actions.Named.Select(action => new ActionLine(
            action.Key, action.Who ?? Voice.Word("no-name"), action.What ?? Voice.Word("unknown"), action.Due, action.Due < scope.Today,
            action.DealId?.Value, action.Deal, action.DealId is { } id ? Deals.LinkTo(id) : null));
        var more = actions.NotListed == 0 ? null : Voice.Word("more-actions", ("deals", DigestVoice.Number(actions.NotListed)));
        return actions.WhyUnknown is { } why
            ? Section("actions", new DocumentNote($"{Voice.Word("unknown")}: {why}"))
            : Section("actions", actions.Count == 0 ? null : new DocumentActions(actions, [.. lines], more));
    }

    /// <summary>The pillars that lack a score.</summary>
    public DealFact Unscored(DigestDeal deal) => new("unscored", Voice.Word("unscored"), string.Join(", ", deal.Scores.Lowest.Select(pillar => Rules.PillarLabels.Label(pillar, deal.Deal.Motion))));

    public string Name(Snapshots.SalesforceId? user) => user is null ? Voice.Word("none") : scope.NameOf(user) ?? Voice.Word("no-name");

    private DigestDocument Of(IReadOnlyList<DocumentSection> sections)
    {
        var problems = reading.Problems.Concat(reading.Drift.Where(note => !note.IsWarning).Select(note => note.ToString())).Take(MostProblems);
        return new DigestDocument(reading.Digest.Kind, Voice, TitleWithTeam(), Voice.Intro)
        {
            PolicyHash = scope.Policy.Hash,
            Partial = reading.IsPartial ? [Voice.Word("partial"), .. problems] : [],
            Sections = sections,
            Made = Voice.Word("made", ("date", DigestVoice.Day(scope.Today))),
        };
    }

    /// <summary>A digest of one team says so, unless the title does.</summary>
    private string TitleWithTeam() => scope.Team is null || scope.NameOf(scope.Team) is not { } name || Voice.Title.Contains(name, StringComparison.Ordinal) ? Voice.Title : $"{Voice.Title}: {name}";
}
