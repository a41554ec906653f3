using SalesRules.Decisions;
using SalesRules.Schemas;
using SalesRules.Snapshots;

namespace SalesRules.Plans;

/// <summary>
/// What takes a record that a run wrote back to where it was: each field gets its value of before the run where ours still
/// stands; what somebody has changed since is left alone. Pure.
/// </summary>
/// <param name="Planned">The way back, planned like any other write.</param>
/// <param name="LeftAlone">The fields that stay as they are.</param>
public sealed record Restoration(PlannedRecord Planned, IReadOnlyList<LeftAlone> LeftAlone)
{
    /// <summary>The rule that a restored field names in plan and journal.</summary>
    public const string Rule = "revert";

    private const string Stage = "StageName";
    private const string Category = "ForecastCategoryName";
    private const string Probability = "Probability";

    /// <param name="written">What the run wrote and what was found on the record after it.</param>
    /// <param name="now">The record as it stands.</param>
    /// <param name="openTasks">The tasks that the run made and that are still open: to be completed.</param>
    /// <param name="reason">Stands beside each restored field that people own.</param>
    public static Restoration Of(WrittenRecord written, Opportunity now, IReadOnlyList<OpenTask> openTasks, string reason, FieldMap fields, SchemaDrift drift)
    {
        var changes = new List<PlannedChange>();
        var leftAlone = new List<LeftAlone>();
        foreach (var effect in written.Effects(fields))
        {
            if (fields.Find(effect.Field) is not { } field)
            {
                leftAlone.Add(new LeftAlone(effect.Field, LeftAloneReason.Unreadable, FieldValue.Null, effect.Ours));
                continue;
            }

            var present = field.ValueOf(now);
            if (PlannedValues.Same(present, effect.Before))
                continue;
            if (!PlannedValues.Same(present, effect.Ours))
                leftAlone.Add(new LeftAlone(effect.Field, LeftAloneReason.Changed, present, effect.Ours));
            else if (!drift.Accepts(field, effect.Before))
                leftAlone.Add(new LeftAlone(effect.Field, LeftAloneReason.NotWritable, present, effect.Ours));
            else
                changes.Add(field.Access == FieldAccess.Owned
                    ? new PlannedChange(effect.Field, present, effect.Before, Rule: null, Reason: null)
                    : new PlannedChange(effect.Field, present, effect.Before, Rule, reason));
        }

        return new Restoration(
            new PlannedRecord
            {
                Id = now.Id,
                Name = now.Name ?? written.Planned.Name,
                Amount = now.Amount ?? written.Planned.Amount,
                ReadAt = now.SystemModstamp,
                DecisionId = changes.Find(change => fields.Find(change.Field)!.ApiName == "SalesRules_Decision__c")?.To.AsText ?? "",
                Changes = changes,
                Keeps = Keeps(changes, now, fields),
                Basis = DecisionBasis.Of(now, fields),
                NewTasks = [],
                ClearedTasks = drift.Tasks is null ? openTasks : [],
            },
            leftAlone);
    }

    /// <summary>With a stage go category and probability, even where they stay: Salesforce would reset them.</summary>
    private static List<Fix> Keeps(List<PlannedChange> changes, Opportunity now, FieldMap fields)
    {
        var changed = changes.Select(change => fields.Find(change.Field)!.ApiName).ToHashSet(StringComparer.Ordinal);
        if (!changed.Contains(Stage))
            return [];
        return
        [
            .. new[] { Category, Probability }
                .Where(name => !changed.Contains(name) && fields.Has(name))
                .Select(OpportunityFields.Get)
                .Select(field => new Fix(fields.NameOf(field)!, field.ValueOf(now))),
        ];
    }
}

/// <summary>A field that a revert does not touch.</summary>
/// <param name="Present">What stands there now; null too where it cannot be read.</param>
/// <param name="Ours">What the run had written.</param>
public sealed record LeftAlone(string Field, LeftAloneReason Reason, FieldValue Present, FieldValue Ours);

/// <summary>Why a revert does not touch a field.</summary>
public enum LeftAloneReason
{
    /// <summary>Neither our value nor the one before stands there any more.</summary>
    Changed,

    /// <summary>The field is gone or hidden from our user.</summary>
    Unreadable,

    /// <summary>The org no longer takes the value from our user.</summary>
    NotWritable,
}
