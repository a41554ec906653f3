using System.Text.Json.Serialization;
using SalesRules.Sandbox.Faults.Calls;
using SalesRules.Sandbox.Faults.Scripts;

namespace SalesRules.Sandbox.Faults.Changes;

/// <summary>
/// An administrator retires a value of a picklist: old records keep it, describe shows it inactive, and a restricted picklist refuses
/// it from now on. It comes back when the fault is over or stopped.
/// </summary>
public sealed record RetiredValueFault : ChangeFault
{
    /// <summary>Default: Opportunity.</summary>
    [JsonPropertyName("object")]
    public string ObjectName { get; init; } = "Opportunity";

    /// <summary>The API name of the picklist; required.</summary>
    public string Field { get; init; } = "";

    /// <summary>The value to retire; required.</summary>
    public string Value { get; init; } = "";

    internal override void Change(CallScene scene)
    {
        scene.Armed.UndoWith(() => SetActive(scene.Reach.Org, true));
        SetActive(scene.Reach.Org, false);
        scene.Effect.Add($"{ObjectName}.{Field} has retired {Value}");
    }

    internal override void Check(FaultProblems problems)
    {
        base.Check(problems);
        problems.CheckObject("object", ObjectName);
        problems.Require(nameof(Field), Field);
        problems.Require(nameof(Value), Value);
        problems.CheckFields(nameof(Field), ObjectName, Field.Length == 0 ? [] : [Field]);
        if (problems.Org.Schema.Find(ObjectName)?.FindStored(Field) is { } field && field.PicklistValues.All(known => known.Value != Value))
            problems.Add(nameof(Value), $"{ObjectName}.{Field} has no value {Value}");
    }

    private void SetActive(Org org, bool active)
    {
        var type = org.Schema[ObjectName];
        var values = type.FindStored(Field)!.PicklistValues;
        type.SetPicklist(Field, [.. values.Select(known => known.Value == Value ? known with { Active = active } : known)]);
        org.Schema.LastChanged = org.Now();
        if (type.Name == "Opportunity" && string.Equals(Field, "StageName", StringComparison.OrdinalIgnoreCase))
            org.Write(transaction => SetStage(transaction, active));
    }

    private int SetStage(Saving.OrgTransaction transaction, bool active)
    {
        var rows = transaction.Store["OpportunityStage"].Scan().Where(row => row["ApiName"] as string == Value).ToList();
        rows.ForEach(row => transaction.Overwrite(row, ("IsActive", active)));
        return rows.Count;
    }
}
