namespace SalesRules.Alerts;

/// <summary>What people were told last of the POV gate's view of a deal.</summary>
public enum GateTold
{
    /// <summary>Nothing: the gate does not apply.</summary>
    Nothing,

    Deferred,

    Approved,
}
