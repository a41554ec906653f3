using SalesRules.Policies;
using SalesRules.Salesforce.Reading;
using SalesRules.Salesforce.Reading.Describe;
using SalesRules.Snapshots;

namespace SalesRules.Host.Checks;

/// <summary>Whether the org has every field, permission and value that the policy and the rules need.</summary>
internal sealed class SchemaChecks(ObjectDescription opportunity, Policy policy, CheckList list)
{
    private const string Deploy = "Deploy deploy/salesforce and give the integration user the permission set SalesRules_Integration";
    private const string TaskKey = "SalesRules_Key__c";

    public void Fields()
    {
        var selection = OpportunityFieldSelection.For(policy.Fields, opportunity);
        if (selection.Missing.Count == 0)
            list.Pass(CheckNames.Fields, $"All {selection.Names.Count} fields of Opportunity are visible.");
        else
            list.Fail(CheckNames.Fields, $"Not there, or hidden from our user: {Listed(selection.Missing.Select(field => policy.Fields.NameOf(field)!))}.", $"{Deploy}, or map the field to null in the policy's section fields if your org does without it.");
    }

    /// <summary>Fields that are not there are told by <see cref="Fields"/>.</summary>
    public void WritableFields()
    {
        var written = policy.Fields.Fields.Where(field => field.Access != FieldAccess.Read).Select(field => opportunity.Find(policy.Fields.NameOf(field)!)).OfType<FieldDescription>().ToList();
        var refused = written.Where(field => !field.Updateable).ToList();
        if (!opportunity.Updateable)
            list.Fail(CheckNames.WritableFields, "Our user may not edit opportunities.", $"{Deploy}.");
        else if (refused.Count == 0)
            list.Pass(CheckNames.WritableFields, $"All {written.Count} fields that SalesRules writes can be edited.");
        else
            list.Fail(CheckNames.WritableFields, $"Read-only for our user: {Listed(refused.Select(field => field.Name))}.", $"{Deploy}; a page layout or a field's own setting can make it read-only too.");
    }

    public void Tasks(ObjectDescription task)
    {
        var key = task.Find(TaskKey);
        if (!task.Createable || !task.Updateable)
            list.Fail(CheckNames.Tasks, "Our user may not create and edit tasks.", $"{Deploy}.");
        else if (key is null)
            list.Fail(CheckNames.Tasks, $"Task has no field {TaskKey} that our user can see.", $"{Deploy}. The field belongs to Activity.");
        else if (!key.ExternalId)
            list.Fail(CheckNames.Tasks, $"Task.{TaskKey} is no external id: tasks could come twice.", "Tick External ID (and Unique) on the Activity field, as in deploy/salesforce.");
        else if (!key.Createable || !key.Updateable)
            list.Fail(CheckNames.Tasks, $"Task.{TaskKey} is read-only for our user.", $"{Deploy}.");
        else
            list.Pass(CheckNames.Tasks, $"Tasks can be written, and Task.{TaskKey} is an external id.");
    }

    public void Picklists()
    {
        var lacking = WrittenValues.All
            .Select(written => (Field: policy.Fields.NameOf(OpportunityFields.Get(written.Field)), Missing: Missing(written)))
            .Where(pair => pair.Missing.Count > 0)
            .Select(pair => $"{pair.Field} lacks {Listed(pair.Missing.Select(value => $"'{value}'"))}")
            .ToList();
        if (lacking.Count == 0)
            list.Pass(CheckNames.Picklists, "Every value that SalesRules writes is an active value of its picklist.");
        else
            list.Fail(CheckNames.Picklists, $"{string.Join("; ", lacking)}.", "Add the values, or make them active; deploy/salesforce has them. Forecast categories are set up under Setup, Forecast Settings.");
    }

    public void Stages()
    {
        var org = ActiveValues("StageName");
        var unmapped = org.Where(stage => policy.Stages.Find(stage) is null).ToList();
        var problems = new List<string>();
        if (unmapped.Count > 0)
            problems.Add($"The policy does not map {Listed(unmapped.Select(stage => $"'{stage}'"))}: rules that need the stage do not run for deals there.");
        if (policy.Pov.ReturnStage is { } back && !org.Contains(back))
            problems.Add($"The return stage '{back}' of the policy is no active stage of the org.");
        if (problems.Count > 0)
            list.Fail(CheckNames.Stages, string.Join(" ", problems), $"In the policy, add the stages to the section stages and set pov.return-stage to one of the org's: {Listed(org.Select(stage => $"'{stage}'"))}.");
        else
            list.Pass(CheckNames.Stages, $"All {org.Count} active stages of the org are mapped.");
    }

    private List<string> Missing(WrittenValues written)
    {
        var name = policy.Fields.NameOf(OpportunityFields.Get(written.Field));
        return name is null || opportunity.Find(name) is null ? [] : [.. written.Values.Except(ActiveValues(written.Field), StringComparer.Ordinal)];
    }

    private HashSet<string> ActiveValues(string catalogueName) =>
        policy.Fields.NameOf(OpportunityFields.Get(catalogueName)) is { } name && opportunity.Find(name) is { } field
            ? [.. field.PicklistValues.Where(value => value.Active).Select(value => value.Value)]
            : [];

    private static string Listed(IEnumerable<string> names) => string.Join(", ", names);
}
