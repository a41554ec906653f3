using SalesRules.Alerts;
using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Alerts;

public class AlertRoutingTests
{
    private static readonly AlertRoute ToAna = new([AlertKind.RiskEntered], ["ana"]);

    private static readonly UserDirectory Users = new(
    [
        new User(ADeal.Owner, "Rep", true, ADeal.Manager, null),
        new User(ADeal.Manager, "Manager", true, ADeal.Director, null),
        new User(ADeal.Director, "Director", true, null, null),
        new User(ADeal.Stranger, "Stranger", true, ADeal.Director, null),
    ]);

    [Test]
    public void An_alert_goes_to_the_people_of_the_deal_and_to_named_recipients() =>
        Assert.That(To(TestAlert.OfDeal(AlertKind.RiskEntered), new AlertRoute([AlertKind.RiskEntered], ["owner", "manager", "ana"])),
            Is.EqualTo([new AlertRecipient("owner", ADeal.Owner), new AlertRecipient("manager", ADeal.Manager), new AlertRecipient("ana", null)]));

    [Test]
    public void Another_kind_goes_elsewhere() => Assert.That(To(TestAlert.OfDeal(AlertKind.RiskRose), ToAna), Is.Empty);

    [Test]
    public void Who_is_named_by_several_routes_is_told_once_at_the_first_place() =>
        Assert.That(To(TestAlert.OfDeal(AlertKind.RiskEntered), ToAna, new AlertRoute([AlertKind.RiskEntered], ["owner", "Ana", "bob"])).Select(one => one.Role),
            Is.EqualTo(["ana", "owner", "bob"]));

    [Test]
    public void Who_is_owner_and_manager_is_told_once() =>
        Assert.That(To(TestAlert.OfDeal(AlertKind.RiskEntered, TestAlert.Deal with { Manager = ADeal.Owner }), new AlertRoute([AlertKind.RiskEntered], ["owner", "manager"])),
            Is.EqualTo([new AlertRecipient("owner", ADeal.Owner)]));

    [Test]
    public void A_person_who_is_not_known_is_left_out() =>
        Assert.That(To(TestAlert.OfDeal(AlertKind.RiskEntered, TestAlert.Deal with { Owner = null, Manager = null }), new AlertRoute([AlertKind.RiskEntered], ["owner", "manager"])), Is.Empty);

    [TestCase("new-business", true)]
    [TestCase("renewal", false)]
    public void A_route_may_ask_for_motions(string motion, bool isTold) =>
        Assert.That(IsTold(TestAlert.Deal with { Motion = motion }, ToAna with { Motions = [Motion.NewBusiness, Motion.Expansion] }), Is.EqualTo(isTold));

    [TestCase("enterprise", true)]
    [TestCase("commercial", false)]
    [TestCase(null, false)]
    public void A_route_may_ask_for_segments(string? segment, bool isTold) =>
        Assert.That(IsTold(TestAlert.Deal with { Segment = segment }, ToAna with { Segments = ["Enterprise"] }), Is.EqualTo(isTold));

    [TestCase(99_999.99, false)]
    [TestCase(100_000, true)]
    [TestCase(null, false)]
    public void A_route_may_ask_for_an_amount(decimal? amount, bool isTold) =>
        Assert.That(IsTold(TestAlert.Deal with { Amount = amount }, ToAna with { AmountFrom = 100_000 }), Is.EqualTo(isTold));

    [TestCase(RiskLevel.High, true)]
    [TestCase(RiskLevel.Medium, false)]
    public void A_route_may_ask_for_a_level_of_risk(RiskLevel risk, bool isTold) =>
        Assert.That(To(TestAlert.OfDeal(AlertKind.RiskEntered, risk: risk), ToAna with { Risk = [RiskLevel.High] }), isTold ? Is.Not.Empty : Is.Empty);

    [Test]
    public void A_team_is_a_user_and_everybody_below_them()
    {
        foreach (var (team, isTold) in new[] { (ADeal.Owner, true), (ADeal.Manager, true), (ADeal.Director, true), (ADeal.Stranger, false) })
            Assert.That(IsTold(TestAlert.Deal, ToAna with { Teams = [team] }), Is.EqualTo(isTold), team.Value);
    }

    [Test]
    public void An_owner_who_is_not_known_is_in_their_managers_team() =>
        Assert.That(IsTold(TestAlert.Deal with { Owner = TestAlert.User(7) }, ToAna with { Teams = [ADeal.Director] }), Is.True);

    [Test]
    public void Everything_that_a_route_asks_for_has_to_hold()
    {
        var route = ToAna with { Motions = [Motion.NewBusiness], Segments = ["enterprise"], Teams = [ADeal.Manager], AmountFrom = 1, Risk = [RiskLevel.High] };

        Assert.That(IsTold(TestAlert.Deal, route), Is.True);
        Assert.That(IsTold(TestAlert.Deal, route with { Segments = ["commercial"] }), Is.False);
    }

    [Test]
    public void An_alert_about_the_org_goes_by_routes_that_ask_for_nothing()
    {
        var route = new AlertRoute([AlertKind.BudgetTripped], ["owner", "sales-ops"]);

        Assert.That(To(TestAlert.OfOrg(AlertKind.BudgetTripped), route), Is.EqualTo([new AlertRecipient("sales-ops", null)]));
        Assert.That(To(TestAlert.OfOrg(AlertKind.BudgetTripped), route with { AmountFrom = 1 }), Is.Empty);
    }

    [Test]
    public void By_default_every_kind_goes_to_somebody()
    {
        foreach (var kind in AlertKinds.All)
            Assert.That(AlertRouting.Of(TestAlert.Of(kind), new AlertPolicy(), Users), Is.Not.Empty, kind.Name());
    }

    [Test]
    public void By_default_the_vp_hears_of_large_deals_at_high_risk_only()
    {
        bool VpHears(decimal amount, RiskLevel risk) =>
            AlertRouting.Of(TestAlert.OfDeal(AlertKind.RiskEntered, TestAlert.Deal with { Amount = amount }, risk), new AlertPolicy(), Users).Any(one => one.Role == "vp-sales");

        Assert.That((VpHears(100_000, RiskLevel.High), VpHears(99_999, RiskLevel.High), VpHears(100_000, RiskLevel.Medium)), Is.EqualTo((true, false, false)));
    }

    private static bool IsTold(AlertDeal deal, AlertRoute route) => To(TestAlert.OfDeal(AlertKind.RiskEntered, deal), route).Count > 0;

    private static IReadOnlyList<AlertRecipient> To(Alert alert, params AlertRoute[] routes) => AlertRouting.Of(alert, new AlertPolicy { Routes = routes }, Users);
}
