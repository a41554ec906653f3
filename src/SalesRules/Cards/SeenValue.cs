using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Cards;

/// <summary>A value that the decision rests on, and what is known of its age.</summary>
/// <param name="Field">The org's name of the field.</param>
/// <param name="ChangedAt">When it last changed, as far as the journal or the org's history has seen; null: it was not seen to change.</param>
/// <param name="UnchangedSince">Where it was not seen to change: since when at least it stands; null: nobody knows.</param>
/// <param name="IsMoment">Whether the value itself is the moment of a change, so that there is no other age to tell.</param>
public sealed record SeenValue(string Field, FieldValue Value, DateTimeOffset? ChangedAt, DateTimeOffset? UnchangedSince, bool IsMoment)
{
    /// <summary>Stage, category, amount, close date, the scores, and every field that a finding speaks of, in the catalogue's order.</summary>
    public static IReadOnlyList<SeenValue> Of(Deal deal, Decisions.Decision decision)
    {
        var named = decision.Findings.SelectMany(finding => finding.Evidence).Select(evidence => deal.Policy.Fields.Find(evidence.Field));
        return
        [
            .. Always.Select(OpportunityFields.Get).Concat(named.OfType<OpportunityField>())
                .Where(field => deal.Policy.Fields.NameOf(field) is not null).Distinct().OrderBy(field => field.Place).Select(field => Of(field, deal)),
        ];
    }

    // Salesforce stamps them: they say when something else moved.
    private static readonly HashSet<string> Moments = new(StringComparer.Ordinal) { "LastStageChangeDate", "LastActivityDate", "LastModifiedDate", "CreatedDate", "SystemModstamp" };

    private static IEnumerable<string> Always => ["StageName", "ForecastCategoryName", "Amount", "CloseDate", .. Pillars.ScoreFields];

    private static SeenValue Of(OpportunityField field, Deal deal)
    {
        var changed = LastChange(field, deal);
        return new SeenValue(deal.NameOf(field), field.ValueOf(deal.Opportunity), changed, changed is null && IsWatched(field, deal) ? deal.Context.FieldHistory?.Since : null, Moments.Contains(field.ApiName));
    }

    private static DateTimeOffset? LastChange(OpportunityField field, Deal deal)
    {
        if (field.ApiName == "StageName" && deal.StageHistory is [.., var entered] && entered.StageName == deal.Opportunity.StageName)
            return entered.EnteredAt;
        if (field.ApiName == "StageName" && deal.Opportunity.LastStageChangeDate is { } moved)
            return moved;
        if (field.ApiName == "LastStageChangeDate")
            return deal.Opportunity.LastStageChangeDate;
        foreach (var pillar in Pillars.All)
        {
            if (field == OpportunityFields.ScoreOf(pillar))
                return deal.Context.ScoreHistory?.Last(pillar)?.ScoreChangedAt;
            if (field == OpportunityFields.EvidenceOf(pillar))
                return deal.Context.ScoreHistory?.Last(pillar)?.EvidenceChangedAt;
        }

        return deal.Context.FieldHistory?.LastChange(field.ApiName);
    }

    /// <summary>Whether a change of it would have been seen: the journal watches what people fill in of the opportunity itself.</summary>
    private static bool IsWatched(OpportunityField field, Deal deal) =>
        field.Access != FieldAccess.Owned && !field.ApiName.Contains('.', StringComparison.Ordinal) && deal.Context.FieldHistory is not null
        && (field.IsCustom || field.ApiName is "Amount" or "CloseDate" or "NextStep" or "StageName" or "ForecastCategoryName" or "Type" or "OwnerId");
}
