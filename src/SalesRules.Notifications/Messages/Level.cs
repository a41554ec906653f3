namespace SalesRules.Notifications.Messages;

/// <summary>How soon somebody should look.</summary>
public enum Level
{
    /// <summary>Good to know: a digest.</summary>
    Info,

    /// <summary>Somebody should look today.</summary>
    Attention,

    /// <summary>Somebody should look now.</summary>
    Urgent,
}
