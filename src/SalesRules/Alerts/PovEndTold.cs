namespace SalesRules.Alerts;

/// <summary>How near the end of a POV was when people were told of it last.</summary>
public enum PovEndTold
{
    /// <summary>Not near.</summary>
    Nothing,

    Near,

    /// <summary>So near that it weighs high.</summary>
    Soon,
}
