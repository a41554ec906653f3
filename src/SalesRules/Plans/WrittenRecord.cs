using SalesRules.Snapshots;

namespace SalesRules.Plans;

/// <summary>A record that a run wrote: its plan with the before-image, and what stood there right after the write.</summary>
/// <param name="StageAfter">Null where nothing was read after the write.</param>
/// <param name="CategoryAfter">Null where nothing was read after the write.</param>
/// <param name="ProbabilityAfter">In per cent; null where nothing was read after the write, or the record has none.</param>
public sealed record WrittenRecord(PlannedRecord Planned, string? StageAfter, string? CategoryAfter, decimal? ProbabilityAfter)
{
    /// <summary>
    /// Every field that the write changed: those of the plan, and those that Salesforce changed along with them, because a new
    /// stage brings its own category and probability.
    /// </summary>
    public IEnumerable<FieldEffect> Effects(FieldMap fields)
    {
        foreach (var change in Planned.Changes)
            yield return new FieldEffect(change.Field, change.From, change.To);
        if (StageAfter is null || !Planned.IsCorrection)
            yield break;
        foreach (var (name, after) in AlongWithTheStage())
        {
            if (!fields.Has(name) || fields.NameOf(OpportunityFields.Get(name)) is not { } orgName || Planned.Changes.Any(change => change.Field == orgName))
                continue;
            var before = Planned.Basis.FirstOrDefault(entry => entry.Field == orgName)?.To ?? FieldValue.Null;
            if (!PlannedValues.Same(before, after))
                yield return new FieldEffect(orgName, before, after);
        }
    }

    private IEnumerable<(string Name, FieldValue After)> AlongWithTheStage() =>
    [
        ("StageName", FieldValue.Of(StageAfter)),
        ("ForecastCategoryName", FieldValue.Of(CategoryAfter)),
        ("Probability", FieldValue.Of(ProbabilityAfter)),
    ];
}

/// <summary>One field before a write and after it.</summary>
/// <param name="Field">The org's API name.</param>
public sealed record FieldEffect(string Field, FieldValue Before, FieldValue Ours);
