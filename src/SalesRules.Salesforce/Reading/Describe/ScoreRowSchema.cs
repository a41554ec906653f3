using SalesRules.Snapshots;

namespace SalesRules.Salesforce.Reading.Describe;

/// <summary>Whether our user can keep score histories as the service keeps them.</summary>
public static class ScoreRowSchema
{
    private static readonly string[] Sources = ["Scored", "Inherited"];

    /// <summary>What stands in the way, as the beginning of a sentence; null: nothing.</summary>
    /// <param name="scores">MIQL_Score__c; null: the object is not there, or hidden from our user.</param>
    public static string? ProblemOf(ObjectDescription? scores) => scores switch
    {
        null => $"{ScoreRowReader.ObjectName} is missing or hidden from our user",
        { Createable: false } or { Updateable: false } => $"Our user may not create and edit {ScoreRowReader.ObjectName}",
        _ when scores.Find(ScoreRowReader.KeyField) is { ExternalId: false } => $"{ScoreRowReader.ObjectName}.{ScoreRowReader.KeyField} is no external id, so that rows could come twice",
        _ => FieldProblem(scores) ?? ValueProblem(scores),
    };

    private static string? FieldProblem(ObjectDescription scores)
    {
        var refused = ScoreRowReader.Fields.Where(name => scores.Find(name) is not { Createable: true }).ToList();
        return refused.Count == 0 ? null : $"Our user may not write {string.Join(", ", refused)} of {ScoreRowReader.ObjectName}";
    }

    private static string? ValueProblem(ObjectDescription scores)
    {
        // "Most Likely" is offered by few orgs, and a row that tells of it only where the deal stands in it.
        var categories = ForecastCategories.AllNames.Where(name => name != ForecastCategory.MostLikely.Name());
        return scores.Find("Source__c")!.Lacking(Sources).Select(value => $"{ScoreRowReader.ObjectName}.Source__c no longer offers '{value}'")
            .Concat(scores.Find("Category__c")!.Lacking(categories).Select(value => $"{ScoreRowReader.ObjectName}.Category__c no longer offers '{value}'"))
            .FirstOrDefault();
    }
}
