using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Miql;

/// <summary>
/// A pillar scored 1 or 2 has its evidence on the record, and evidence that is at least as new as the score.
/// Source: M "The manager asks for evidence on the lowest pillar first"; B 2.3 "record the evidence behind the score".
/// </summary>
public sealed class ScoreNeedsEvidenceRule : IRule
{
    private static readonly FieldValue Needs = FieldValue.Of("evidence as new as the score");

    public string Id => "miql.no-evidence";

    public string Condition => "a pillar is 1 or 2 and its evidence is empty, or older than the last change of its score";

    public bool CountsForRisk => false;

    public string Weighs => "medium";

    // By the type a renewal is known, where Quantify is called otherwise.
    public IReadOnlyList<string> Reads { get; } = [.. Pillars.ScoreFields, .. Pillars.All.Select(pillar => pillar.EvidenceField()), "Type"];

    public RuleOutcome Apply(Deal deal)
    {
        var unproven = Unproven(deal);
        if (unproven.Count == 0)
            return RuleOutcome.Clear;
        return Bare(deal, unproven).Count > 0 ? new Finding(Id, Severity.Medium, deal) : RuleOutcome.NotRun;
    }

    public Explanation Explain(Deal deal)
    {
        var bare = Bare(deal, Unproven(deal));
        return new Explanation
        {
            Message = $"No current evidence for the score of {Sentences.Join(bare, deal.Motion)}.",
            Evidence = deal.SawEvidence(bare, Needs),
        };
    }

    /// <summary>The pillars whose score asks for evidence that is not there.</summary>
    private static PillarSet Unproven(Deal deal)
    {
        var unproven = PillarSet.Empty;
        foreach (var pillar in Pillars.All)
        {
            if (deal.Scores[pillar] is 1 or 2 && !HasFreshEvidence(deal, pillar))
                unproven = unproven.With(pillar);
        }

        return unproven;
    }

    /// <summary>Those of them whose evidence the organisation keeps; of the others it is not known.</summary>
    private static PillarSet Bare(Deal deal, PillarSet unproven) => unproven.In(deal.Policy.Fields.KeptEvidence);

    private static bool HasFreshEvidence(Deal deal, Pillar pillar)
    {
        if (string.IsNullOrWhiteSpace(deal.Opportunity.Evidence(pillar)))
            return false;
        return deal.Context.ScoreHistory?.Last(pillar) is not { ScoreChangedAt: { } scored } last || last.EvidenceChangedAt >= scored;
    }
}
