using SalesRules.Alerts;
using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Host.Tests.Alerts;

/// <summary>Alerts as a run raises them.</summary>
internal static class SampleAlerts
{
    public static readonly SalesforceId Owner = SalesforceId.Parse("005A0000001ABCd");

    public static Alert AtRisk(string key, RiskLevel risk = RiskLevel.High, SalesforceId? owner = null, SalesforceId? manager = null) => new()
    {
        Key = key,
        Kind = AlertKind.RiskEntered,
        On = new DateOnly(2026, 3, 2),
        Deal = new AlertDeal(SalesforceId.Parse("006A000001kUVyzIAG"), "Acme rollout", owner, manager, "new-business", null, 120_000m, "Proposal", "Commit", new DateOnly(2026, 3, 31)),
        Risk = risk,
        Reasons = ["Commit needs a Leadership score of 2; it is 1.", "No next step."],
        Rules = ["forecast.above-ceiling", "hygiene.no-next-step"],
        SmallestFix = "Raise Leadership from 1 to 2.",
    };

    public static Alert Drift(string key) => new() { Key = key, Kind = AlertKind.SchemaDrift, On = new DateOnly(2026, 3, 2), Reasons = ["The field X__c is gone."] };
}
