using SalesRules.Policies.Reading;
using SalesRules.Policies.Reading.Shapes;
using SalesRules.Policies.Reading.Yaml;
using SalesRules.Snapshots;

namespace SalesRules.PolicyTests.Reading;

/// <summary>Fields with values, under the org's names or the catalogue's: read into a record, as a report's cells are.</summary>
internal sealed class FieldValues(FieldMap fields)
{
    /// <summary>Fills the record; the fields that were named, or null with every problem reported.</summary>
    public IReadOnlyList<OpportunityField>? Read(Value map, Opportunity target)
    {
        var before = map.Problems.Count;
        var named = new List<OpportunityField>();
        foreach (var entry in Entries.Of(map, StringComparer.OrdinalIgnoreCase)!)
        {
            if (FieldOf(map.KeyOf(entry), entry.Key.Text) is not { } field)
                continue;
            if (named.Contains(field))
                map.KeyOf(entry).Refuse($"{field.ApiName} is given twice, under the org's name and the catalogue's");
            named.Add(field);
            Read(map.Member(entry), field, target);
        }

        return map.Problems.Count == before ? named : null;
    }

    private OpportunityField? FieldOf(Value key, string name)
    {
        var field = fields.Find(name) ?? OpportunityFields.Find(name);
        if (field is null)
            key.Refuse($"there is no field {Wording.Quoted(name)}{Wording.DidYouMean(name, OpportunityFields.All.Select(fields.NameOf).OfType<string>())}");
        else if (fields.NameOf(field) is null)
            key.Refuse($"the policy's section fields says that the org has no {field.ApiName}");
        else
            return field;
        return null;
    }

    private static void Read(Value value, OpportunityField field, Opportunity target)
    {
        if (value.Node.IsNull)
            return;
        if (value.Node is not ScalarNode scalar)
        {
            value.Refuse($"expected a value, found {value.Node.Kind}");
            return;
        }

        try
        {
            if (scalar.Text.Length > 0)
                field.ReadText(scalar.Text, target);
        }
        catch (SnapshotFormatException problem)
        {
            value.Refuse($"{Wording.Quoted(scalar.Text)} is no value of {problem.Message}");
        }
    }
}
