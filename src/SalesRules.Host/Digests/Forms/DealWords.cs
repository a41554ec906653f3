using SalesRules.Decisions;
using SalesRules.Host.Digests.Documents;

namespace SalesRules.Host.Digests.Forms;

/// <summary>What the forms that are read as running text say of a deal.</summary>
internal static class DealWords
{
    /// <summary>"120,000, Commit, POV, closes 2026-03-31, Ana Fox".</summary>
    public static string InALine(DealLine deal, DigestVoice voice) => string.Join(", ",
    [
        voice.Of(deal.Amount),
        deal.Forecast ?? voice.Word("unknown"),
        .. deal.Stage is { } stage && !deal.Facts.Any(fact => fact.Key == "stage") ? [stage] : Array.Empty<string>(),
        $"{voice.Word("closes").ToLowerInvariant()} {voice.Of(deal.Closes)}",
        deal.Owner ?? voice.Word("no-name"),
    ]);

    /// <summary>What is said below it, labelled, in the order in which a review asks.</summary>
    public static IEnumerable<(string Label, string Text)> Below(DealLine deal, bool isFull, DigestVoice voice)
    {
        foreach (var fact in deal.Facts)
            yield return (fact.Label, fact.Value);
        if (!isFull)
            yield break;
        if (deal.Risk > RiskLevel.None)
            yield return (voice.Word("risk"), voice.Of(deal.Risk));
        yield return (voice.Word("lowest"), $"{voice.Lowest(deal.Scores, deal.Motion) ?? voice.Word("none")} ({voice.Scores(deal.Scores)})");
        yield return (voice.Word("gaps"), Gaps(deal, voice));
        foreach (var (_, sentence) in deal.Why)
            yield return (voice.Word("why"), sentence);
        if (deal.Fix.Count > 0)
            yield return (voice.Word("fix"), string.Join(", ", deal.Fix));
        if (deal.NextStep is { } next)
            yield return (voice.Word("next-step"), next);
        if (deal.Trend is { } trend)
            yield return (voice.Word("trend"), Trend(trend));
    }

    public static string Gaps(DealLine deal, DigestVoice voice) =>
        deal.Gaps is not { } gaps ? voice.Word("unknown") : gaps.Count == 0 ? voice.Word("all-filled") : string.Join(", ", gaps);

    /// <summary>"4 (2026-01-05), 6 (2026-02-02)".</summary>
    public static string Trend(ScoreTrend trend) =>
        string.Join(", ", trend.Points.Select(point => FormattableString.Invariant($"{point.Total:0} ({point.On:yyyy-MM-dd})")));

    /// <summary>"Ana Fox: Score the deal, by 2026-03-04 (overdue)".</summary>
    public static string ByWhen(ActionLine action, DigestVoice voice) =>
        action.IsOverdue ? $"{voice.Of(action.Due)}, {voice.Word("overdue")}" : voice.Of(action.Due);
}
