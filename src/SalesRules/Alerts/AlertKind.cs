namespace SalesRules.Alerts;

/// <summary>What can happen that somebody should hear of (catalogue section 14): transitions, not states.</summary>
public enum AlertKind
{
    /// <summary>A deal's risk became medium or high, having been neither.</summary>
    RiskEntered,

    /// <summary>The risk of a deal at risk rose from medium to high.</summary>
    RiskRose,

    /// <summary>The POV gate defers a deal that it did not defer before.</summary>
    PovDeferred,

    /// <summary>The POV gate approves a deal that it deferred before.</summary>
    PovCleared,

    /// <summary>The end of a running POV came near, or nearer.</summary>
    PovEnding,

    /// <summary>Nobody has met a renewal's economic buyer for too long, since now.</summary>
    SponsorSilent,

    /// <summary>A deal was won or lost.</summary>
    DealClosed,

    /// <summary>The open pipeline changed within a week by more than the policy finds usual.</summary>
    PipelineChanged,

    /// <summary>A run stopped before its first write, because it would have corrected more than its change budget.</summary>
    BudgetTripped,

    /// <summary>A run stopped behind its canary: the records that went first do not stand as planned.</summary>
    CanaryFailed,

    /// <summary>A run's completeness certificate does not add up: something that was to be read, decided or written is unaccounted for.</summary>
    CertificateRed,

    /// <summary>The org lost a field, a value or a permission that rules rest on.</summary>
    SchemaDrift,

    /// <summary>A schedule's run is missing.</summary>
    RunMissing,

    /// <summary>The first look at an org is complete: how its deals stand, of which nobody was told one by one.</summary>
    Baseline,
}
