namespace SalesRules.Rules.PovGate;

/// <summary>The state of the scores before the POV gate (catalogue section 3).</summary>
public enum GateState
{
    Deferred,
    ApprovedWithConditions,
    Approved,
}

/// <summary>The states' names in records and on the field.</summary>
public static class GateStates
{
    public static string Name(this GateState state) => state switch
    {
        GateState.Approved => "Approved",
        GateState.ApprovedWithConditions => "Approved with conditions",
        _ => "Deferred",
    };
}
