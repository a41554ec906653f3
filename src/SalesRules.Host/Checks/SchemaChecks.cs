using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Salesforce.Reading.Describe;
using SalesRules.Schemas;
using SalesRules.Snapshots;

namespace SalesRules.Host.Checks;

/// <summary>Whether the org has every field, permission and value that the policy and the rules need, and what does not run where it has not.</summary>
/// <param name="task">Null: the object is hidden from our user.</param>
internal sealed class SchemaChecks(ObjectDescription opportunity, ObjectDescription? task, Policy policy, CheckList list)
{
    private const string Stage = "StageName";

    private readonly IReadOnlyList<DriftNote> notes = DriftNotes.Of(policy, SchemaComparison.Of(policy, opportunity, task));

    public void Fields()
    {
        var lost = Notes(DriftKind.Unreadable).Select(note => FieldMap.Essential.Contains(note.Field) ? note with { Loss = $"{note.Field} is gone or hidden from our user: nothing can be decided." } : note).ToList();
        if (lost.Count == 0)
            list.Pass(CheckNames.Fields, $"All {policy.Fields.Fields.Count(field => field.Always)} fields of Opportunity are visible.");
        else
            list.Fail(CheckNames.Fields, Lines(lost), lost[0].Fix);
    }

    /// <summary>Fields that are not there are told by <see cref="Fields"/>.</summary>
    public void WritableFields()
    {
        var refused = Notes(DriftKind.ReadOnly);
        if (!opportunity.Updateable)
            list.Fail(CheckNames.WritableFields, "Our user may not edit opportunities: nothing is written.", $"{DriftNotes.Deploy}.");
        else if (refused.Count == 0)
            list.Pass(CheckNames.WritableFields, "Every field that SalesRules writes can be edited.");
        else
            list.Fail(CheckNames.WritableFields, Lines(refused), refused[0].Fix);
    }

    public void Tasks()
    {
        if (Notes(DriftKind.Tasks) is [var lost])
            list.Fail(CheckNames.Tasks, lost.Loss, lost.Fix);
        else
            list.Pass(CheckNames.Tasks, "Tasks can be written, and their key is an external id.");
    }

    /// <summary>What rules read beside opportunities.</summary>
    public void Surroundings(IReadOnlyList<Surrounding> hidden)
    {
        var lost = hidden.Select(what => DriftNotes.Of(policy, what)).Where(note => !note.IsWarning).ToList();
        if (lost.Count == 0)
            list.Pass(CheckNames.Surroundings, "Contacts, contact roles and events can be read, as far as a rule in force asks for them.");
        else
            list.Fail(CheckNames.Surroundings, Lines(lost), lost[0].Fix);
    }

    /// <param name="scores">MIQL_Score__c; null: it is not there, or hidden from our user.</param>
    public void ScoreHistory(ObjectDescription? scores)
    {
        if (!policy.History.ScoreRows)
            list.Pass(CheckNames.ScoreHistory, "The policy asks for no rows of MIQL_Score__c (history.score-rows).");
        else if (ScoreRowSchema.ProblemOf(scores) is { } problem && DriftNotes.ScoreRows(problem) is var note)
            list.Fail(CheckNames.ScoreHistory, note.Loss, note.Fix);
        else
            list.Pass(CheckNames.ScoreHistory, "Changes of scores can be kept as rows of MIQL_Score__c, and their key is an external id.");
    }

    /// <param name="lead">Null: the object is hidden from our user.</param>
    public void Leads(ObjectDescription? lead)
    {
        if (LeadSchema.ProblemOf(lead, policy.Leads) is { } problem && DriftNotes.Leads(problem) is var note)
            list.Fail(CheckNames.Leads, note.Loss, note.Fix);
        else
            list.Pass(CheckNames.Leads, "Leads can be read as the policy asks, and assigned where it says so.");
    }

    public void Picklists()
    {
        var retired = Notes(DriftKind.RetiredValue).Where(note => !IsStage(note)).ToList();
        if (retired.Count == 0)
            list.Pass(CheckNames.Picklists, "Every value that SalesRules writes is an active value of its picklist.");
        else
            list.Fail(CheckNames.Picklists, Lines(retired), "Add the values, or make them active; deploy/salesforce has them. Forecast categories are set up under Setup, Forecast Settings.");
    }

    public void Stages()
    {
        var org = opportunity.Find(Stage)?.PicklistValues.Where(value => value.Active).Select(value => value.Value).ToList() ?? [];
        var unmapped = org.Where(stage => policy.Stages.Find(stage) is null).ToList();
        var retired = Notes(DriftKind.RetiredValue).Where(IsStage).ToList();
        var problems = retired.Where(note => !note.IsWarning).Select(note => note.Loss).ToList();
        if (unmapped.Count > 0)
            problems.Insert(0, $"The policy does not map {Listed(unmapped)}: rules that need the stage do not run for deals there.");
        var fix = $"In the policy, make the section stages and pov.return-stage fit the org's stages: {Listed(org)}.";
        if (problems.Count > 0)
            list.Fail(CheckNames.Stages, string.Join(Environment.NewLine, problems), fix);
        else if (retired.Count > 0)
            list.Warn(CheckNames.Stages, Lines(retired), fix);
        else
            list.Pass(CheckNames.Stages, $"All {org.Count} active stages of the org are mapped.");
    }

    private List<DriftNote> Notes(DriftKind kind) => [.. notes.Where(note => note.Kind == kind)];

    private bool IsStage(DriftNote note) => note.Field == policy.Fields.NameOf(OpportunityFields.Get(Stage));

    private static string Lines(IEnumerable<DriftNote> notes) => string.Join(Environment.NewLine, notes.Select(note => note.Loss));

    private static string Listed(IEnumerable<string> stages) => string.Join(", ", stages.Select(stage => $"'{stage}'"));
}
