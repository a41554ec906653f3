using System.Globalization;
using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Saving.Behaviors;

/// <summary>
/// Opportunities: what follows from the stage, the dates and the amount, and the histories of their changes. See
/// https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_opportunity.htm
/// </summary>
internal sealed class OpportunityBehavior : SaveBehavior
{
    public override IEnumerable<SaveError> BeforeSave(RecordDraft draft, OrgTransaction transaction)
    {
        if (draft["StageName"] is not string || draft["CloseDate"] is not DateOnly)
            return []; // the check for required fields follows and names them
        var stage = transaction.Org.FindStage((string)draft["StageName"]!);
        if (Refuse(draft, stage, transaction) is { } error)
            return [error];
        FollowStage(draft, stage, transaction);
        FollowCloseDate(draft, transaction);
        draft.Derive("ForecastCategory", ForecastCategory.ValueOf((string)draft["ForecastCategoryName"]!));
        draft.Derive("ExpectedRevenue", ExpectedRevenue(draft["Amount"] as decimal?, draft["Probability"] as decimal?));
        return [];
    }

    public override void AfterSave(RecordDraft draft, Record saved, OrgTransaction transaction)
    {
        if (draft.IsNew && draft["ContactId"] is string contact)
            AddPrimaryContact(saved, contact, transaction);
        OpportunityHistories.Write(draft, saved, transaction);
    }

    public override void DefineComputedFields(Org org) => OpportunityActivity.DefineComputedFields(org);

    private static SaveError? Refuse(RecordDraft draft, StageDefinition? stage, OrgTransaction transaction)
    {
        var behaviors = transaction.Org.Options.Behaviors;
        if (draft.IsSent("StageName") && behaviors.StrictStageNames && stage is not { IsActive: true })
            return SaveErrors.RestrictedPicklist(draft.Type.FindStored("StageName")!, (string)draft["StageName"]!);
        if (draft["Probability"] is decimal percent and (< 0 or > 100))
            return SaveErrors.OutsideRange(draft.Type.FindStored("Probability")!, percent.ToString(CultureInfo.InvariantCulture));
        var refusesCategory = behaviors.RejectCategoryOnClosedStage && !transaction.IsLoading;
        return refusesCategory && HasOtherCategory(draft, stage) ? SaveErrors.CategoryOfClosedStage(draft["ForecastCategoryName"]!, stage!) : null;
    }

    private static bool HasOtherCategory(RecordDraft draft, StageDefinition? stage) => stage is { IsClosed: true }
        && draft.IsGiven("ForecastCategoryName") && !Equals(draft["ForecastCategoryName"], stage.ForecastCategoryName);

    // A stage that is not in the list is kept as text: open, worth nothing, in the pipeline.
    private static void FollowStage(RecordDraft draft, StageDefinition? stage, OrgTransaction transaction)
    {
        var changed = draft.Changed("StageName");
        if (changed || draft["ForecastCategoryName"] is null)
            draft.Derive("ForecastCategoryName", stage?.ForecastCategoryName ?? "Pipeline");
        if (changed || draft["Probability"] is null)
            draft.Derive("Probability", (decimal)(stage?.DefaultProbability ?? 0));
        if (!changed)
            return;
        draft.Derive("IsClosed", stage?.IsClosed ?? false);
        draft.Derive("IsWon", stage?.IsWon ?? false);
        if (!draft.IsNew)
            draft.Derive("LastStageChangeDate", transaction.Stamp);
        if (draft["IsWon"] is true && draft.Before("IsClosed") is false && transaction.Org.Options.Behaviors.ResetCloseDateWhenWon)
            draft["CloseDate"] = Earlier((DateOnly)draft["CloseDate"]!, transaction.Today);
    }

    private static void FollowCloseDate(RecordDraft draft, OrgTransaction transaction)
    {
        var date = (DateOnly)draft["CloseDate"]!;
        var quarter = ((date.Month - 1) / 3) + 1;
        draft.Derive("FiscalYear", (decimal)date.Year);
        draft.Derive("FiscalQuarter", (decimal)quarter);
        draft.Derive("Fiscal", FormattableString.Invariant($"{date.Year} {quarter}"));
        var pushes = draft.Before("PushCount") as decimal? ?? 0m;
        draft.Derive("PushCount", draft.Before("CloseDate") is DateOnly before && IsPush(before, date, transaction) ? pushes + 1 : pushes);
    }

    private static bool IsPush(DateOnly before, DateOnly after, OrgTransaction transaction) =>
        transaction.Org.Options.Behaviors.PushCountByMonth
            ? (after.Year, after.Month).CompareTo((before.Year, before.Month)) > 0
            : after > before;

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private static decimal? ExpectedRevenue(decimal? amount, decimal? probability) =>
        amount is null ? null : decimal.Round(amount.Value * (probability ?? 0) / 100, 2, MidpointRounding.AwayFromZero);

    private static void AddPrimaryContact(Record opportunity, string contact, OrgTransaction transaction) =>
        transaction.Insert("OpportunityContactRole", new Dictionary<string, object?>
        {
            ["OpportunityId"] = opportunity.Id,
            ["ContactId"] = contact,
            ["IsPrimary"] = true,
        });
}
