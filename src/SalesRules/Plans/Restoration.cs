using SalesRules.Decisions;
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
    public static Restoration Of(WrittenRecord written, Opportunity now, IReadOnlyList<OpenTask> openTasks, string reason, FieldMap fields)
    {
        var changes = new List<PlannedChange>();
        var leftAlone = new List<LeftAlone>();
        foreach (var effect in written.Effects(fields))
        {
            var field = fields.Find(effect.Field)!;
            var present = field.ValueOf(now);
            if (PlannedValues.Same(present, effect.Before))
                continue;
            if (PlannedValues.Same(present, effect.Ours))
                changes.Add(field.Access == FieldAccess.Owned
                    ? new PlannedChange(effect.Field, present, effect.Before, Rule: null, Reason: null)
                    : new PlannedChange(effect.Field, present, effect.Before, Rule, reason));
            else
                leftAlone.Add(new LeftAlone(effect.Field, present, effect.Ours));
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
                ClearedTasks = openTasks,
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

/// <summary>A field that a revert does not touch: neither our value nor the one before stands there any more.</summary>
/// <param name="Present">What stands there now.</param>
/// <param name="Ours">What the run had written.</param>
public sealed record LeftAlone(string Field, FieldValue Present, FieldValue Ours);
