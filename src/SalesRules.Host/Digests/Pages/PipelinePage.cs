using System.Globalization;
using SalesRules.Digests;
using SalesRules.Host.Digests.Documents;
using SalesRules.Host.Portfolio;
using SalesRules.Portfolio;
using SalesRules.Portfolio.Movement;

namespace SalesRules.Host.Digests.Pages;

/// <summary>The pipeline pre-read in the order of the review's agenda.</summary>
internal static class PipelinePage
{
    public static IReadOnlyList<DocumentSection> Sections(DigestPage page, PipelinePreRead digest)
    {
        var (deals, settings, movement) = (page.Deals, page.Settings, digest.Portfolio.Whole.Movement);
        DocumentSection List(string key, DealList list, int limit, bool isFull, Func<DigestDeal, IEnumerable<DealFact>>? factsOf = null) =>
            deals.Section(key, list, limit, isFull, factsOf);
        return
        [
            page.Section("figures", Figures(page, digest)),
            WhereKnown(page, digest, List("wins", digest.Wins, settings.Listed, isFull: false)),
            List("at-risk", digest.AtRisk, settings.AtRisk, isFull: true),
            List("slipping", digest.Slipping, settings.Slipping, isFull: false, deal => Moves(page, deal, MovementKind.Pushed)),
            List("top", digest.Top, settings.Top, isFull: true),
            page.WhereScored(List("not-reviewable", digest.NotReviewable, settings.Listed, isFull: false, deal => [page.Unscored(deal)])),
            WhereKnown(page, digest, List("built", digest.Built, settings.Listed, isFull: false, deal => Stage(page, deal))),
            page.Section("movement", MovementBlock.Of(page, movement)),
            page.Section("round-trips", RoundTrips(page, movement), Counted(movement.WithRoundTrips)),
            List("overrides", digest.Overrides, settings.Listed, isFull: false, deal => Hold(page, deal)),
            page.Section("reasons", Reasons(page, digest)),
            page.Actions(digest.Actions),
        ];
    }

    /// <summary>Without any history, that nothing was won is nothing that anybody knows.</summary>
    private static DocumentSection WhereKnown(DigestPage page, PipelinePreRead digest, DocumentSection section) =>
        MovementBlock.WhyUnknown(digest.Portfolio.Whole.Movement) is { } why && section.Blocks is [DocumentNote]
            ? section with { Blocks = [new DocumentNote($"{page.Voice.Word("unknown")}: {why}")] }
            : section;

    private static DocumentFigures Figures(DigestPage page, PipelinePreRead digest)
    {
        var (voice, whole) = (page.Voice, digest.Portfolio.Whole);
        var (forecast, coverage, atRisk) = (whole.WeightedForecast, whole.Coverage, digest.Risk.AtRisk);
        DocumentFigure Money(string key, Money money) => new(key, voice.Word(key), Cell.Money(money.Amount), money.WhyUnknown ?? Deals(voice, money.Deals));
        return new DocumentFigures(
            [
                Money("open-pipeline", whole.Deals.Open),
                Money("at-risk", atRisk),
                new("weighted", voice.Word("weighted"), Cell.Money(forecast.Weighted), forecast.Total.WhyUnknown ?? Deals(voice, forecast.Total.Deals)),
                new("target", voice.Word("target"), Cell.Money(forecast.Target.Quarter), forecast.Target.WhyUnknown),
                Money("won-quarter", coverage.Won),
                Money("qualified", coverage.Qualified),
                new("coverage", voice.Word("coverage"), Cell.Times(coverage.Coverage), coverage.WhyUnknown ?? $"{voice.Word("coverage-goal")} {Times(coverage.Goal)}"),
            ],
            coverage.Coverage is { } times ? new CoverageBar(times, coverage.Goal, voice.Word("coverage-chart", ("coverage", Times(times)), ("goal", Times(coverage.Goal)))) : null);
    }

    private static DocumentTable? RoundTrips(DigestPage page, PipelineMovement movement)
    {
        var trips = movement.Deals.Where(deal => deal.RoundTrips.Count > 0).Take(page.Settings.Listed)
            .SelectMany(deal => deal.RoundTrips.Select(trip => new DocumentRow([Cell.Of(deal.Deal.Name), Cell.Of(deal.Deal.OwnerName), Cell.Of(Trip(page, trip))])));
        var voice = page.Voice;
        return movement.WithRoundTrips == 0
            ? null
            : new DocumentTable([new("deal", voice.Word("deal"), IsLabel: true), new("owner", voice.Word("owner")), new("changed", voice.Word("changed"))], [.. trips]);
    }

    private static string Trip(DigestPage page, RoundTrip trip)
    {
        var name = trip.Field switch
        {
            "StageName" => page.Voice.Word("stage"),
            "ForecastCategoryName" => page.Voice.Word("forecast"),
            "CloseDate" => page.Voice.Word("closes"),
            _ => page.Voice.Word("amount"),
        };
        return $"{name} {string.Join(" > ", trip.Values.Select(value => Value(trip.Field, value)))}";
    }

    private static string Value(string field, string value) =>
        field == "Amount" && decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var amount) ? amount.ToString("N0", CultureInfo.InvariantCulture) : value.Length == 0 ? "-" : value;

    private static DocumentTable? Reasons(DigestPage page, PipelinePreRead digest)
    {
        var voice = page.Voice;
        return digest.Reasons.Count == 0
            ? null
            : new DocumentTable(
                [new("reason", voice.Word("reason"), IsLabel: true), new("deals", voice.Word("deals")), new("amount", voice.Word("amount"))],
                [.. digest.Reasons.Take(page.Settings.Reasons).Select(sum => new DocumentRow([Cell.Of(Reason(sum.Rule)), Cell.Count(sum.Money.Deals), Cell.Money(sum.Money.Amount)], sum.Money.WhyUnknown, sum.Rule))]);
    }

    /// <summary>"hygiene.next-step-overdue" as people say it: "Next step overdue (hygiene)".</summary>
    private static string Reason(string rule)
    {
        var (section, name) = rule.Split('.', 2) is [var first, var second] ? (first, second.Replace('-', ' ')) : ("", rule);
        return $"{char.ToUpperInvariant(name[0])}{name[1..]}{(section.Length == 0 ? "" : $" ({section})")}";
    }

    private static IEnumerable<DealFact> Moves(DigestPage page, DigestDeal deal, MovementKind kind)
    {
        if (deal.Movement?.Moves.Where(move => move.Kind == kind).ToList() is { Count: > 0 } moves)
            yield return new DealFact("pushed", page.Voice.Word("pushed"), string.Join(" > ", moves.Select(move => move.From).Append(moves[^1].To)));
    }

    private static IEnumerable<DealFact> Stage(DigestPage page, DigestDeal deal) => deal.Record.StageName is { } stage ? [new DealFact("stage", page.Voice.Word("stage"), stage)] : [];

    private static IEnumerable<DealFact> Hold(DigestPage page, DigestDeal deal)
    {
        var (record, voice) = (deal.Record, page.Voice);
        yield return new DealFact("held", voice.Word("held"), $"{record.ForecastHold} {voice.Word("until")} {voice.Of(record.ForecastHoldUntil)}, {page.Name(record.ForecastHoldBy)}");
        if (deal.Deal.Hold.Problems is { Count: > 0 } problems)
            yield return new DealFact("problems", voice.Word("why"), string.Join("; ", problems.Select(problem => problem.Words)));
        else if (record.ForecastHoldReason is { } reason)
            yield return new DealFact("reason", voice.Word("reason"), reason);
    }

    private static Money Counted(int deals) => Enumerable.Repeat(default(decimal?), deals).Aggregate(new Money(), (money, none) => money.Plus(none));

    private static string Deals(DigestVoice voice, int deals) => $"{DigestVoice.Number(deals)} {voice.Word("deals").ToLowerInvariant()}";

    private static string Times(decimal times) => Cell.Times(times).ToString();
}
