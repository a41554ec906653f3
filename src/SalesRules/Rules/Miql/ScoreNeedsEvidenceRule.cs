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

    public bool CountsForRisk => false;

    public RuleOutcome Apply(Deal deal)
    {
        if (!deal.IsOpen)
            return RuleOutcome.Clear;
        List<Pillar>? bare = null;
        var unknown = false;
        foreach (var pillar in Pillars.All)
        {
            if (deal.Opportunity.Score(pillar).Points is not (1 or 2) || HasFreshEvidence(deal, pillar))
                continue;
            if (deal.Policy.Fields.Has(pillar.EvidenceField()))
                (bare ??= []).Add(pillar);
            else
                unknown = true;
        }

        if (bare is null)
            return unknown ? RuleOutcome.NotRun : RuleOutcome.Clear;
        return new Finding
        {
            Rule = Id,
            Severity = Severity.Medium,
            Message = $"No current evidence for the score of {Sentences.Join(bare.Select(pillar => pillar.Name()))}.",
            Evidence = [.. bare.Select(pillar => deal.Saw(pillar.EvidenceField(), Needs))],
        };
    }

    private static bool HasFreshEvidence(Deal deal, Pillar pillar)
    {
        if (string.IsNullOrWhiteSpace(deal.Opportunity.Evidence(pillar)))
            return false;
        return deal.Context.ScoreHistory?.Last(pillar) is not { ScoreChangedAt: { } scored } last || last.EvidenceChangedAt >= scored;
    }
}
