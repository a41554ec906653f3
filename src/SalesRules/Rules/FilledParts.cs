using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules;

/// <summary>Fields that a rule wants filled, each with the words for a sentence.</summary>
internal sealed class FilledParts(params (string Field, string Words)[] parts)
{
    private static readonly FieldValue Filled = FieldValue.Of("filled");

    private readonly OpportunityField[] fields = [.. parts.Select(part => OpportunityFields.Get(part.Field))];

    public IReadOnlyList<string> Fields { get; } = [.. parts.Select(part => part.Field)];

    public bool AreFilled(Opportunity opportunity)
    {
        foreach (var field in fields)
        {
            if (field.IsEmpty(opportunity))
                return false;
        }

        return true;
    }

    /// <summary>"baseline and target".</summary>
    public string Missing(Deal deal) => Sentences.Join([.. parts.Where((_, index) => fields[index].IsEmpty(deal.Opportunity)).Select(part => part.Words)]);

    /// <summary>The empty fields as a rule saw them.</summary>
    public IReadOnlyList<Evidence> Saw(Deal deal) => [.. fields.Where(field => field.IsEmpty(deal.Opportunity)).Select(field => deal.Saw(field, Filled))];
}
