namespace SalesRules.Sandbox.Faults;

/// <summary>Whether a fault can still strike.</summary>
public enum FaultState
{
    /// <summary>Its window by the clock has not opened.</summary>
    Waiting,

    /// <summary>The next match may be struck.</summary>
    Armed,

    /// <summary>It has struck as often as it may.</summary>
    Spent,

    /// <summary>Its window by the clock has closed.</summary>
    Over,
}
