namespace SalesRules.Salesforce.Reading.Describe;

/// <summary>Whether our user can write tasks as the service writes them.</summary>
internal static class TaskSchema
{
    private static readonly string[] Written = ["WhatId", "OwnerId", "Subject", "ActivityDate", "Status", "Priority"];
    private static readonly (string Field, string[] Values)[] Picklists = [("Status", ["Not Started", "Completed"]), ("Priority", ["Normal"])];

    /// <summary>What stands in the way, as the beginning of a sentence; null: nothing.</summary>
    /// <param name="task">Null: the object is hidden from our user.</param>
    public static string? ProblemOf(ObjectDescription? task) => task switch
    {
        null => "Task is hidden from our user",
        { Createable: false } or { Updateable: false } => "Our user may not create and edit tasks",
        _ => KeyProblem(task.Find(SalesforceTask.KeyField)) ?? FieldProblem(task) ?? ValueProblem(task),
    };

    private static string? KeyProblem(FieldDescription? key) => key switch
    {
        null => $"Task has no field {SalesforceTask.KeyField} that our user can see",
        { ExternalId: false } => $"Task.{SalesforceTask.KeyField} is no external id, so that tasks could come twice",
        { Createable: false } or { Updateable: false } => $"Task.{SalesforceTask.KeyField} is read-only for our user",
        _ => null,
    };

    private static string? FieldProblem(ObjectDescription task)
    {
        var refused = Written.Where(name => task.Find(name) is not { Createable: true, Updateable: true }).ToList();
        return refused.Count == 0 ? null : $"Our user may not write {string.Join(", ", refused)} of tasks";
    }

    private static string? ValueProblem(ObjectDescription task) => Picklists
        .SelectMany(picklist => task.Find(picklist.Field)!.Lacking(picklist.Values).Select(value => $"Task.{picklist.Field} no longer offers '{value}'"))
        .FirstOrDefault();
}
