using System.Text.Json.Serialization;
using SalesRules.Sandbox.Faults.Calls;
using SalesRules.Sandbox.Faults.Scripts;
using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Faults.Changes;

/// <summary>
/// An administrator takes a field away from the user, or the right to write it; a hidden field looks exactly like a deleted one.
/// The access comes back when the fault is over or stopped.
/// </summary>
public sealed record FieldAccessFault : ChangeFault
{
    /// <summary>Default: Opportunity.</summary>
    [JsonPropertyName("object")]
    public string ObjectName { get; init; } = "Opportunity";

    /// <summary>The API name of the field; required.</summary>
    public string Field { get; init; } = "";

    /// <summary>What is left to the user. Default: hidden.</summary>
    public FieldAccess Access { get; init; } = FieldAccess.Hidden;

    internal override void Change(CallScene scene)
    {
        var org = scene.Reach.Org;
        scene.Armed.UndoWith(() => org.SetFieldAccess(ObjectName, Field, FieldAccess.Full));
        org.SetFieldAccess(ObjectName, Field, Access);
        scene.Effect.Add($"{ObjectName}.{Field} is {Access}");
    }

    internal override void Check(FaultProblems problems)
    {
        base.Check(problems);
        problems.CheckObject("object", ObjectName);
        problems.Require(nameof(Field), Field);
        problems.CheckFields(nameof(Field), ObjectName, Field.Length == 0 ? [] : [Field]);
        if (problems.Org.Schema.Find(ObjectName)?.FindStored(Field) is { Permissionable: false })
            problems.Add(nameof(Field), $"field-level security cannot restrict {ObjectName}.{Field}: every user needs it");
    }
}
