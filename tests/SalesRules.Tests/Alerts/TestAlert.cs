using SalesRules.Alerts;
using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Alerts;

/// <summary>Alerts as tests need them: about a deal of 250,000 in discovery, at high risk, or about the org.</summary>
internal static class TestAlert
{
    public static readonly AlertDeal Deal =
        new(ADeal.Id, "Acme 2026", ADeal.Owner, ADeal.Manager, "new-business", "enterprise", 250_000, "Discovery", "Best Case", new DateOnly(2026, 3, 31));

    public static Alert OfDeal(AlertKind kind, AlertDeal? deal = null, RiskLevel risk = RiskLevel.High) => new()
    {
        Key = $"{kind.Name()}/{ADeal.Id}/1",
        Kind = kind,
        On = ADeal.Today,
        Deal = deal ?? Deal,
        Risk = risk,
        Reasons = ["The close date is past.", "Nobody has met the buyer."],
    };

    public static Alert OfOrg(AlertKind kind) => new() { Key = $"{kind.Name()}/1", Kind = kind, On = ADeal.Today, Reasons = ["27 of 40 deals would be corrected."] };

    public static Alert Of(AlertKind kind) => kind.IsOfDeal() ? OfDeal(kind) : OfOrg(kind);

    public static SalesforceId User(int number) => SalesforceId.Parse(FormattableString.Invariant($"005xx00000{number:00000}"));
}
