namespace SalesRules.Host.Checks;

/// <summary>What a check of `doctor` found.</summary>
internal enum CheckStatus
{
    Passed,

    /// <summary>It works, but somebody should look at it.</summary>
    Warning,

    /// <summary>It must be put right before SalesRules can do its work.</summary>
    Failed,

    /// <summary>It could not be looked at, because something before it failed.</summary>
    Skipped,
}
