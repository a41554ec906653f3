using SalesRules.Portfolio;
using SalesRules.Snapshots;

namespace SalesRules.Backtests;

/// <summary>
/// A policy's warnings beside what became of the deals: the only place where the two meet, after everything has been decided.
/// </summary>
public sealed class BacktestResult
{
    private BacktestResult(OutcomeCounts deals, IReadOnlyList<WarningFigures> figures, IReadOnlyList<WarnedDeal> warned, int neverOpen) =>
        (Deals, Figures, Warned, NeverOpen) = (deals, figures, warned, neverOpen);

    /// <summary>Every deal that was seen open, by what became of it.</summary>
    public OutcomeCounts Deals { get; }

    /// <summary>The share of deals that were lost or slipped whoever was warned: what a warning at random would score as its precision.</summary>
    public Rate BaseRate => new(Deals.Bad, Deals.Known);

    /// <summary>The kinds first, then the rules that warned of a deal in time.</summary>
    public IReadOnlyList<WarningFigures> Figures { get; }

    /// <summary>The deals that were warned of in time, by the first warning.</summary>
    public IReadOnlyList<WarnedDeal> Warned { get; }

    /// <summary>Deals that were only seen closed: no part of any figure.</summary>
    public int NeverOpen { get; }

    public static BacktestResult Of(WarningBook warnings, OutcomeBook outcomes)
    {
        var (deals, neverOpen) = (default(OutcomeCounts), 0);
        var counts = Warning.Kinds.ToDictionary(kind => kind, _ => default(OutcomeCounts));
        var warned = new List<WarnedDeal>();
        foreach (var id in outcomes.Deals)
        {
            if (outcomes.Of(id) is not { } outcome)
            {
                neverOpen++;
                continue;
            }

            deals = deals.Plus(outcome.Kind);
            var inTime = warnings.Of(id).Where(warning => warning.Value <= outcome.WarnableUntil).ToList();
            foreach (var (warning, _) in inTime)
                counts[warning] = counts.GetValueOrDefault(warning).Plus(outcome.Kind);
            if (inTime.Count > 0)
                warned.Add(new WarnedDeal(id, outcome, inTime));
        }

        var bad = deals.Bad;
        return new BacktestResult(
            deals,
            [.. counts.OrderBy(count => count.Key).Select(count => new WarningFigures(count.Key, count.Value, new Rate(count.Value.Bad, count.Value.Known), new Rate(count.Value.Bad, bad)))],
            [.. warned.OrderBy(deal => deal.FirstOn).ThenBy(deal => deal.Id)],
            neverOpen);
    }
}

/// <summary>A deal that was warned of in time.</summary>
/// <param name="Warnings">Each with the first day on which it was given.</param>
public sealed record WarnedDeal(SalesforceId Id, DealOutcome Outcome, IReadOnlyList<KeyValuePair<Warning, DateOnly>> Warnings)
{
    public DateOnly FirstOn => Warnings.Min(warning => warning.Value);

    /// <summary>Whether it was demoted, gated or flagged, and not only found something of.</summary>
    public bool IsWarnedByKind => Warnings.Any(warning => warning.Key == Warning.Any);
}
