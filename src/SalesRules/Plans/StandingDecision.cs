using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using SalesRules.Decisions;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Plans;

/// <summary>
/// The decision about the record as corrected (catalogue section 1): what is written to the record, so that a second run finds
/// the very same and changes nothing.
/// </summary>
/// <param name="Id">Identity of what was decided: leaves out the date, the policy's text, tasks, what did not run and what moves from day to day.</param>
/// <param name="Corrected">The record with the corrections made.</param>
public sealed record StandingDecision(string Id, Decision Decision, Opportunity Corrected)
{
    /// <summary>Decides again about the record that the decision's own corrections leave behind.</summary>
    /// <param name="decidedAt">When a correction of the stage is taken to enter the stage's history.</param>
    public static StandingDecision Of(RuleBook rules, Opportunity opportunity, DealContext context, Decision decision, DateTimeOffset decidedAt)
    {
        if (decision.Changes.Count == 0)
            return new StandingDecision(IdOf(decision), decision, opportunity);
        var (corrected, afterwards) = After(opportunity, context, decision, rules.Policy.Fields, decidedAt);
        var standing = rules.Decide(corrected, afterwards);
        return new StandingDecision(IdOf(standing), standing, corrected);
    }

    /// <summary>The record and its context once the decision's corrections are made.</summary>
    internal static (Opportunity Corrected, DealContext Afterwards) After(Opportunity opportunity, DealContext context, Decision decision, FieldMap fields, DateTimeOffset decidedAt)
    {
        var corrected = Correct(opportunity, decision, fields);
        var afterwards = context with
        {
            LastCorrection = MovesTheForecast(decision, fields) ? new CategoryCorrection(decision.Forecast.Proposed, Probability: null) : context.LastCorrection,
            InheritedPillars = Seeded(decision, fields) is { Count: > 0 } seeded ? context.InheritedPillars.Concat(seeded).ToHashSet() : context.InheritedPillars,
            StageHistory = corrected.StageName != opportunity.StageName && context.ServiceUser is { } us && (context.StageHistory ?? opportunity.StageHistory) is { } stages
                ? [.. stages, new StageEntry(corrected.StageName!, decidedAt, us)]
                : context.StageHistory,
        };
        return (corrected, afterwards);
    }

    /// <summary>Whether it sets a category, or a stage that brings one: a seeded pillar does not.</summary>
    public static bool MovesTheForecast(Decision decision, FieldMap fields) =>
        decision.Changes.Any(change => fields.Find(change.Field)?.ApiName is "StageName" or "ForecastCategoryName" or "Probability");

    /// <summary>What the service fills of a renewal is inherited.</summary>
    private static List<Pillar> Seeded(Decision decision, FieldMap fields) =>
        [.. Pillars.All.Where(pillar => decision.Changes.Any(change => fields.Find(change.Field)?.ApiName == pillar.ScoreField()))];

    private static Opportunity Correct(Opportunity opportunity, Decision decision, FieldMap fields)
    {
        foreach (var change in decision.Changes)
        {
            opportunity = fields.Find(change.Field)?.ApiName switch
            {
                "StageName" => opportunity with { StageName = change.To.AsText, StageHistory = null, LastStageChangeDate = null },
                "ForecastCategoryName" => opportunity with { ForecastCategoryName = change.To.AsText },
                "Probability" => opportunity with { Probability = change.To.AsNumber },
                "MIQL_Outcome__c" => opportunity with { Outcome = PillarScore.From(change.To.AsNumber!.Value) },
                "MIQL_Maps__c" => opportunity with { Maps = PillarScore.From(change.To.AsNumber!.Value) },
                "MIQL_Insight__c" => opportunity with { Insight = PillarScore.From(change.To.AsNumber!.Value) },
                "MIQL_Leadership__c" => opportunity with { Leadership = PillarScore.From(change.To.AsNumber!.Value) },
                _ => opportunity,
            };
        }

        return opportunity;
    }

    private static string IdOf(Decision decision)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, DecisionJson.WriterOptions))
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, decision.OpportunityId.Value);
            DecisionJson.WriteLastingContent(writer, decision);
            writer.WriteEndObject();
        }

        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }
}
