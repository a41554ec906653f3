using SalesRules.Snapshots;

namespace SalesRules.Policies;

/// <summary>One item of a checklist: it is done when every one of its fields is filled.</summary>
/// <param name="Name">As a finding names it.</param>
/// <param name="Fields">The catalogue's names of the fields.</param>
public sealed record ChecklistItem(string Name, IReadOnlyList<string> Fields)
{
    private readonly OpportunityField[] needed = [.. Fields.Select(OpportunityFields.Get)];

    /// <summary>Whether every field is filled; null: the organisation has not all of them, so nobody knows.</summary>
    public bool? IsDone(Opportunity opportunity, FieldMap fields)
    {
        var isDone = true;
        foreach (var field in needed)
        {
            if (fields.NameOf(field) is null)
                return null;
            isDone &= !field.IsEmpty(opportunity);
        }

        return isDone;
    }

    /// <summary>The fields that are still to be filled.</summary>
    public IEnumerable<OpportunityField> Missing(Opportunity opportunity) => needed.Where(field => field.IsEmpty(opportunity));
}

/// <summary>One item of the closing week: ticked in Close_Checklist__c.</summary>
/// <param name="Name">The value of the picklist.</param>
/// <param name="DaysBefore">It is to be done so many days before the close date; 0: on the day itself.</param>
public sealed record ClosingItem(string Name, int DaysBefore);
