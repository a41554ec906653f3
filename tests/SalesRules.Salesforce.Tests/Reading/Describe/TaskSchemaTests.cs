using SalesRules.Salesforce.Reading.Describe;

namespace SalesRules.Salesforce.Tests.Reading.Describe;

public class TaskSchemaTests
{
    private static readonly FieldDescription[] Sound =
    [
        Field("SalesRules_Key__c") with { ExternalId = true },
        .. new[] { "WhatId", "OwnerId", "Subject", "ActivityDate" }.Select(name => Field(name)),
        Field("Status", "Not Started", "Completed", "Deferred"),
        Field("Priority", "High", "Normal"),
    ];

    /// <summary>Task as the service needs it.</summary>
    internal static ObjectDescription SoundTask { get; } = new("Task", createable: true, updateable: true, queryable: true, Sound);

    [Test]
    public void Nothing_stands_in_the_way_where_all_is_there() => Assert.That(Problem(), Is.Null);

    [Test]
    public void A_hidden_object_is_told() => Assert.That(TaskSchema.ProblemOf(null), Is.EqualTo("Task is hidden from our user"));

    [TestCase(false, true)]
    [TestCase(true, false)]
    public void Creating_and_editing_are_both_needed(bool createable, bool updateable) =>
        Assert.That(TaskSchema.ProblemOf(new ObjectDescription("Task", createable, updateable, queryable: true, Sound)), Is.EqualTo("Our user may not create and edit tasks"));

    [Test]
    public void The_key_must_be_there_writable_and_an_external_id()
    {
        Assert.That(Problem("SalesRules_Key__c", _ => null), Is.EqualTo("Task has no field SalesRules_Key__c that our user can see"));
        Assert.That(Problem("SalesRules_Key__c", key => key with { ExternalId = false }), Does.Contain("no external id"));
        Assert.That(Problem("SalesRules_Key__c", key => key with { Createable = false }), Does.Contain("read-only"));
        Assert.That(Problem("SalesRules_Key__c", key => key with { Updateable = false }), Does.Contain("read-only"));
    }

    [Test]
    public void Every_field_that_is_written_must_be_writable()
    {
        Assert.That(Problem("Subject", subject => subject with { Updateable = false }), Is.EqualTo("Our user may not write Subject of tasks"));
        Assert.That(Problem("ActivityDate", _ => null), Is.EqualTo("Our user may not write ActivityDate of tasks"));
    }

    [Test]
    public void A_retired_status_or_priority_is_named()
    {
        Assert.That(Problem("Status", _ => Field("Status", "Not Started", "Done")), Is.EqualTo("Task.Status no longer offers 'Completed'"));
        Assert.That(Problem("Priority", _ => Field("Priority", "High")), Is.EqualTo("Task.Priority no longer offers 'Normal'"));
    }

    private static string? Problem(string? field = null, Func<FieldDescription, FieldDescription?>? change = null) =>
        TaskSchema.ProblemOf(new ObjectDescription("Task", createable: true, updateable: true, queryable: true,
            Sound.Select(known => known.Name == field ? change!(known) : known).OfType<FieldDescription>()));

    private static FieldDescription Field(string name, params string[] values) => new(
        name, name, values.Length == 0 ? "string" : "picklist", 255, 0, 0, Createable: true, Updateable: true, Nillable: true, Calculated: false, ExternalId: false,
        Unique: false, RestrictedPicklist: false, null, [.. values.Select(value => new PicklistValue(value, value, Active: true))], []);
}
