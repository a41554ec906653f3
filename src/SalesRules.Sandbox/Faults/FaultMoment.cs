namespace SalesRules.Sandbox.Faults;

/// <summary>On which side of the org's own work a fault strikes a call.</summary>
public enum FaultMoment
{
    /// <summary>Before the org looks at the call: nothing is read or saved.</summary>
    Before,

    /// <summary>After the org has done what it was asked: saves stand, whatever the caller hears.</summary>
    After,
}
