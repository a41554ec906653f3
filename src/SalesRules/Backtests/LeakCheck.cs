using System.Globalization;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Backtests;

/// <summary>
/// Looks for what an observation could not know at its time: instants that lie behind it, dates of what had not happened yet, and an
/// outcome beside a record that is still open. An exported history is put together by people, and a later value is easily joined in.
/// </summary>
public static class LeakCheck
{
    /// <summary>The dates that say when something was done. Others, such as CloseDate, are plans and lie ahead.</summary>
    private static readonly IReadOnlyList<OpportunityField> DatesOfDeeds =
    [
        .. new[]
        {
            "MIQL_Scored_On__c", "Champion_Confirmed_On__c", "Economic_Buyer_Met_On__c", "MSA_Sent_On__c", "Forecast_Hold_Set_On__c", "POV_Requested_On__c",
            "Close_Date_Reviewed_On__c", "Switching_Cost_Validated_On__c",
        }.Select(OpportunityFields.Get),
    ];

    private static readonly IReadOnlyList<OpportunityField> Instants = [.. OpportunityFields.All.Where(field => field.Type == SalesforceFieldType.DateTime)];

    /// <summary>What leaks; empty: nothing that shows.</summary>
    public static IReadOnlyList<Leak> Of(Observation observation, StageMap stages) =>
        [.. OfRecord(observation), .. OfContext(observation), .. OfOutcome(observation, stages)];

    private static IEnumerable<Leak> OfRecord(Observation observation)
    {
        var (record, until) = (observation.Opportunity, observation.KnownUntil);
        foreach (var field in Instants)
        {
            if (field.ValueOf(record).AsText is { } text && Instant(text) is var at && at >= until)
                yield return Leak.Later(field.ApiName, at, until);
        }

        // People enter days in zones of their own: one day ahead is today somewhere. What a run has read was entered then, right or wrong.
        foreach (var field in observation.IsExported ? DatesOfDeeds : [])
        {
            if (field.ValueOf(record).AsText is { } text && Day(text) > observation.SeenOn.AddDays(1) && Day(text) > DateOnly.FromDateTime(until.UtcDateTime))
                yield return new Leak(field.ApiName, $"{field.ApiName} is {text}, later than the snapshot of {FieldValue.Of(observation.SeenOn)}");
        }

        foreach (var leak in Stages("the stage history", record.StageHistory, until))
            yield return leak;
        if (record.States?.FirstOrDefault(state => state.At >= until) is { } state)
            yield return Leak.Later("the record's history", state.At, until);
    }

    private static IEnumerable<Leak> OfContext(Observation observation)
    {
        var (context, until) = (observation.Context, observation.KnownUntil);
        if (context.Today > observation.SeenOn)
            yield return new Leak("today", $"it is decided for {FieldValue.Of(context.Today)}, later than the snapshot of {FieldValue.Of(observation.SeenOn)}");
        foreach (var leak in Stages("the context's stage history", context.StageHistory, until))
            yield return leak;
        foreach (var (field, at) in context.FieldHistory?.Changes.Where(change => change.Value >= until) ?? [])
            yield return Leak.Later($"the last change of {field}", at, until);
        foreach (var pillar in Pillars.All)
        {
            if (context.ScoreHistory?.Last(pillar) is { } last && (Latest(last.ScoreChangedAt, last.EvidenceChangedAt) is { } at) && at >= until)
                yield return Leak.Later($"the last change of {pillar.Name()}", at, until);
        }
    }

    private static IEnumerable<Leak> OfOutcome(Observation observation, StageMap stages)
    {
        var record = observation.Opportunity;
        var stage = stages.Find(record.StageName);
        if (record.IsClosed == true && stage is { IsClosed: false })
            yield return Leak.Early("IsClosed", $"it is true in the open stage '{stage.Name}'");
        if (record.IsWon == true && stage is { IsClosed: false })
            yield return Leak.Early("IsWon", $"it is true in the open stage '{stage.Name}'");
    }

    private static IEnumerable<Leak> Stages(string what, IReadOnlyList<StageEntry>? entries, DateTimeOffset until) =>
        entries?.FirstOrDefault(entry => entry.EnteredAt >= until) is { } later ? [Leak.Later(what, later.EnteredAt, until)] : [];

    private static DateTimeOffset? Latest(DateTimeOffset? one, DateTimeOffset? other) => one > other || other is null ? one : other;

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture);
}
