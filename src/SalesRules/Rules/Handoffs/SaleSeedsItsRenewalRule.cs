using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Handoffs;

/// <summary>
/// The final Outcome, Maps, Insight and Leadership of a won sale are where its renewal begins: they fill the renewal's empty pillars, once,
/// and count as unscored until somebody scores them. Quantify is left unscored, because its meaning changes.
/// A renewal that names no sale renews the one whose next open renewal of the account it is. Source: M "Shared accountability"; catalogue section 5.
/// </summary>
public sealed class SaleSeedsItsRenewalRule : IRuleOnSurroundings
{
    public const string RuleId = "handoff.sales-to-cs";

    private static readonly PillarSet CarriedOver = PillarSet.Where(pillar => pillar != Pillar.Quantify);

    private static readonly string[] Fields = [.. CarriedOver.Select(pillar => pillar.ScoreField())];

    public string Id => RuleId;

    public string Condition => "Outcome, Maps, Insight or Leadership of the renewal was never scored, and the sale that it renews has a score for it";

    public bool CountsForRisk => false;

    public string Weighs => "info";

    public IReadOnlyList<string> Needs { get; } = Fields;

    public IReadOnlyList<string> Reads { get; } = ["Renewal_Of__c", "AccountId", "CloseDate", "Type"];

    public Reach Reach { get; } = Reach.OpenRenewals;

    public IReadOnlyList<string> Settings { get; } = ["history.score-rows"];

    public IReadOnlyList<string> Corrects(Policy policy) => Fields;

    public Surrounding RestsOn => Surrounding.OriginalSale;

    /// <summary>One that names its sale, or whose account and close date tell which one it is.</summary>
    public bool AsksOf(Deal deal) => EmptyPillars(deal.Opportunity).Count > 0 && deal.Opportunity is { RenewalOf: not null } or { AccountId: not null, CloseDate: not null };

    public RuleOutcome Apply(Deal deal)
    {
        if (!AsksOf(deal))
            return RuleOutcome.Clear;
        if (deal.Context.Original is not { } sale)
            return RuleOutcome.NotRun;
        if (!MaySeed(deal.Opportunity, sale))
            return RuleOutcome.Clear;

        // What was ever filled and is empty now was emptied by somebody: it is theirs.
        if (deal.Context.NeverScored is null)
            return RuleOutcome.NotRun;
        var seeds = Seeds(deal);
        return seeds.Count == 0 ? RuleOutcome.Clear : new Finding(Id, Severity.Info, deal) { Changes = [.. seeds.Select(pillar => Change(deal, pillar))] };
    }

    public Explanation Explain(Deal deal)
    {
        var sale = deal.Context.Original!;
        var seeds = Seeds(deal);
        return new Explanation
        {
            Message = $"{Sentences.Join([.. seeds.Select(pillar => $"{pillar.Name()} {FieldValue.Of(sale.Scores[pillar]!.Value)}")])} of the sale {sale.Id} {(seeds.Count == 1 ? "is" : "are")} carried over: a place to begin, which counts as unscored until somebody scores it.",
            Evidence = deal.SawScores(seeds, FieldValue.Of("a score")),
        };
    }

    /// <summary>Whether a renewal has an empty pillar that its sale could fill: only then is it worth asking for its score history.</summary>
    public static bool MaySeed(Opportunity renewal, OriginalSale? sale) => sale is not null && Offered(sale, EmptyPillars(renewal)).Count > 0;

    private static PillarSet EmptyPillars(Opportunity renewal) => PillarSet.Where(pillar => CarriedOver.Contains(pillar) && renewal.Score(pillar).Raw.IsNull);

    private static PillarSet Offered(OriginalSale sale, PillarSet empty) => sale.HandsOver ? PillarSet.Where(pillar => empty.Contains(pillar) && sale.Scores[pillar] is not null) : PillarSet.Empty;

    private static PillarSet Seeds(Deal deal) => Offered(deal.Context.Original!, EmptyPillars(deal.Opportunity)).In(deal.Context.NeverScored!);

    private FieldChange Change(Deal deal, Pillar pillar) =>
        new(deal.NameOf(OpportunityFields.ScoreOf(pillar)), FieldValue.Null, FieldValue.Of((decimal)deal.Context.Original!.Scores[pillar]!.Value), Id);
}
