namespace SalesRules.Journal.Scores;

/// <summary>Where a row of a deal's score history stands.</summary>
public enum ScoreRowState
{
    /// <summary>Nothing of it has gone out.</summary>
    Planned,

    /// <summary>It may have gone out.</summary>
    Sending,

    /// <summary>It may have gone out and there is no receipt: to be read back by its key.</summary>
    Unclear,

    /// <summary>The org holds it.</summary>
    Confirmed,

    /// <summary>The org refused it: wanted again by the next decision.</summary>
    Refused,

    /// <summary>It never went out: wanted again by the next decision.</summary>
    Abandoned,
}
