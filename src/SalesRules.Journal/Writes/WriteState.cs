namespace SalesRules.Journal.Writes;

/// <summary>Where a record's planned write stands.</summary>
public enum WriteState
{
    /// <summary>Nothing of it has gone out.</summary>
    Planned,

    /// <summary>It may have gone out.</summary>
    Sending,

    /// <summary>Read back and found on the record.</summary>
    Confirmed,

    /// <summary>The org refused it.</summary>
    Refused,

    /// <summary>Somebody had changed the record since it was decided; left alone.</summary>
    Moved,

    /// <summary>It may have gone out and there is no receipt: to be read back, never blindly repeated.</summary>
    Unclear,

    /// <summary>It did not go out and will not: the record is decided again.</summary>
    Abandoned,
}
