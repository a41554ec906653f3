namespace SalesRules.Journal.Runs;

/// <summary>What started a run.</summary>
public enum RunKind
{
    /// <summary>`salesrules run`: plan and apply in one.</summary>
    Run,

    /// <summary>`salesrules apply`: a plan that a person reviewed.</summary>
    Apply,

    /// <summary>The worker, on its schedule.</summary>
    Sync,

    /// <summary>`salesrules revert`: takes back what a run wrote.</summary>
    Revert,

    /// <summary>`salesrules demo`: the sandbox org.</summary>
    Demo,
}
