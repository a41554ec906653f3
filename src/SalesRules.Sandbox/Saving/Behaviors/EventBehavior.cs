namespace SalesRules.Sandbox.Saving.Behaviors;

/// <summary>Events: start and end, or start and duration; each follows from the other two.</summary>
internal sealed class EventBehavior : ActivityBehavior
{
    public override IEnumerable<SaveError> BeforeSave(RecordDraft draft, OrgTransaction transaction)
    {
        draft.Derive("StartDateTime", draft["ActivityDateTime"]);
        draft.Derive("ActivityDateTime", draft["StartDateTime"]);
        if (draft["StartDateTime"] is DateTimeOffset start)
            Place(draft, start);
        return base.BeforeSave(draft, transaction);
    }

    private static void Place(RecordDraft draft, DateTimeOffset start)
    {
        draft.Derive("ActivityDate", DateOnly.FromDateTime(start.UtcDateTime));
        if (draft["DurationInMinutes"] is decimal minutes && !draft.IsGiven("EndDateTime"))
            draft["EndDateTime"] = start.AddMinutes((double)minutes);
        else if (draft["EndDateTime"] is DateTimeOffset end)
            draft["DurationInMinutes"] = (decimal)(end - start).TotalMinutes;
    }
}
