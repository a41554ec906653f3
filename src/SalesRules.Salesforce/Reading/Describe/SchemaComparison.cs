using SalesRules.Policies;
using SalesRules.Schemas;
using SalesRules.Snapshots;

namespace SalesRules.Salesforce.Reading.Describe;

/// <summary>Compares what a policy counts on with what an org shows our user.</summary>
public static class SchemaComparison
{
    private const string Stage = "StageName";

    /// <param name="task">Null: the object is hidden from our user.</param>
    public static SchemaDrift Of(Policy policy, ObjectDescription opportunity, ObjectDescription? task)
    {
        var there = policy.Fields.Fields.Select(field => (Field: field, Description: opportunity.Find(policy.Fields.NameOf(field)!))).Where(pair => pair.Description is not null).ToList();
        return new SchemaDrift(
            OpportunityFieldSelection.For(policy.Fields, opportunity).Missing,
            there.Where(pair => pair.Field.Access != FieldAccess.Read && !(opportunity.Updateable && pair.Description!.Updateable)).Select(pair => pair.Field),
            there.SelectMany(pair => Retired(policy, pair.Field, pair.Description!)),
            TaskSchema.ProblemOf(task));
    }

    private static IEnumerable<RetiredValue> Retired(Policy policy, OpportunityField field, FieldDescription description)
    {
        var wanted = field.ApiName == Stage
            ? policy.Stages.All.Where(stage => stage.Active).Select(stage => stage.Name)
            : WrittenValues.All.Where(written => written.Field == field.ApiName).SelectMany(written => written.Values);
        return description.Lacking(wanted).Select(value => new RetiredValue(field, value));
    }
}
