namespace SalesRules.EndToEnd.Tests.Histories;

/// <summary>What can happen in a history.</summary>
internal enum StepKind
{
    /// <summary>A person edits a deal.</summary>
    Edit,

    /// <summary>A person makes a deal.</summary>
    Create,

    /// <summary>A person moves a deal to the recycle bin.</summary>
    Delete,

    /// <summary>A person takes the deal that was deleted last out of the recycle bin.</summary>
    Undelete,

    /// <summary>Time passes.</summary>
    Pass,

    /// <summary>Something is about to go wrong.</summary>
    Fault,

    /// <summary>The service runs.</summary>
    Run,

    /// <summary>The service runs and a person stops it at one of its calls.</summary>
    CutOffRun,

    /// <summary>The service's process ends and starts again.</summary>
    Restart,
}
