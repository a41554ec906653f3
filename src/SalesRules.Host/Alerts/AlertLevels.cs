using SalesRules.Alerts;
using SalesRules.Decisions;
using SalesRules.Notifications.Messages;

namespace SalesRules.Host.Alerts;

/// <summary>How soon somebody should look at an alert.</summary>
internal static class AlertLevels
{
    public static Level Of(Alert alert) => alert.Kind switch
    {
        AlertKind.RiskEntered or AlertKind.RiskRose or AlertKind.SponsorSilent => alert.Risk == RiskLevel.High ? Level.Urgent : Level.Attention,
        AlertKind.BudgetTripped or AlertKind.CanaryFailed or AlertKind.CertificateRed or AlertKind.SchemaDrift or AlertKind.RunMissing => Level.Urgent,
        AlertKind.PovDeferred or AlertKind.PovEnding or AlertKind.PipelineChanged => Level.Attention,
        _ => Level.Info,
    };
}
