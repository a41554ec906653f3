using SalesRules.Alerts;
using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;
using static SalesRules.Tests.Policies.TestPolicies;

namespace SalesRules.Tests.Policies;

public class AlertPolicyTests
{
    [Test]
    public void A_route_is_read_whole()
    {
        var route = Read("{ on: [risk-entered, pov-ending], to: [owner, emea-lead], motions: [renewal], segments: [Enterprise], teams: [005xx000001Sv6A], amount-from: 50000, risk: [medium, high] }").Routes.Single();

        Assert.That(route.On, Is.EqualTo([AlertKind.RiskEntered, AlertKind.PovEnding]));
        Assert.That(route.To, Is.EqualTo(["owner", "emea-lead"]));
        Assert.That(route.Motions, Is.EqualTo([Motion.Renewal]));
        Assert.That(route.Segments, Is.EqualTo(["Enterprise"]));
        Assert.That(route.Teams, Is.EqualTo([SalesforceId.Parse("005xx000001Sv6A")]));
        Assert.That(route.AmountFrom, Is.EqualTo(50_000));
        Assert.That(route.Risk, Is.EqualTo([RiskLevel.Medium, RiskLevel.High]));
    }

    [Test]
    public void The_shipped_policy_says_the_defaults()
    {
        var (written, leftOut) = (Default().Alerts, With("").Alerts);

        Assert.That(written.Routes.Select(Words), Is.EqualTo(leftOut.Routes.Select(Words)));
        Assert.That((written.MostAtOnce, written.PipelineChange, written.Texts.Count), Is.EqualTo((leftOut.MostAtOnce, leftOut.PipelineChange, 0)));
    }

    [Test]
    public void A_segment_of_the_organisations_own_is_one() =>
        Assert.That(With("segments: { values: { Mid: midmarket } }\nalerts: { routes: [{ on: [risk-entered], to: [x], segments: [midmarket] }] }").Alerts.Routes.Single().Segments, Is.EqualTo(["midmarket"]));

    [Test]
    public void No_routes_are_none() => Assert.That(With("alerts: { routes: [] }").Alerts.Routes, Is.Empty);

    [TestCase("{ on: [risk-enterd], to: [x] }", "5:27: alerts.routes[0].on[0]: \"risk-enterd\" is no kind of alert; expected one of risk-entered, risk-rose, ")]
    [TestCase("{ on: [], to: [x] }", "5:26: alerts.routes[0].on: the list is empty; expected at least 1")]
    [TestCase("{ on: [risk-rose], to: [] }", "5:43: alerts.routes[0].to: the list is empty; expected at least 1")]
    [TestCase("{ on: [risk-rose] }", "5:20: alerts.routes[0].to: missing; expected a list, each a recipient of 1 to 60 characters")]
    [TestCase("{ on: [risk-rose], to: [x], motions: [upsell] }", "\"upsell\" is no motion; expected one of new-business, expansion, renewal")]
    [TestCase("{ on: [risk-rose], to: [x], segments: [enterprize] }", "5:59: alerts.routes[0].segments[0]: \"enterprize\" is no segment of the section segments; did you mean \"enterprise\"?")]
    [TestCase("{ on: [risk-rose], to: [x], risk: [severe] }", "\"severe\" is no level of risk; expected one of none, low, medium, high")]
    [TestCase("{ on: [risk-rose], to: [x], amount-from: -1 }", "expected an amount of money from 0 to 1000000000000")]
    [TestCase("{ on: [run-missing], to: [x], risk: [high] }", "alerts.routes[0].on: run-missing is about the org and no deal, so that it never fits motions, segments, teams, amount-from or risk")]
    [TestCase("{ on: [run-missing], to: [owner] }", "alerts.routes[0].to: run-missing is about the org and no deal, which has neither owner nor manager")]
    public void A_wrong_route_is_told_with_its_place(string route, string problem) =>
        Assert.That(Problems($"{Least}alerts: {{ routes: [{route}] }}"), Has.Exactly(1).Contains(problem));

    [Test]
    public void Small_words_that_are_left_out_stay_ours()
    {
        var alerts = With("alerts: { words: { why: What we see, fix-set: \"Change {changes}!\" } }").Alerts;

        Assert.That(alerts.Word("why"), Is.EqualTo("What we see"));
        Assert.That(alerts.Word("fix-set", ("changes", "Amount to 5")), Is.EqualTo("Change Amount to 5!"));
        Assert.That(alerts.Word("fix"), Is.EqualTo("Smallest fix"));
    }

    [TestCase("words: { wy: x }", "5:20: alerts.words.wy: unknown key")]
    [TestCase("words: { why: \"{Name}\" }", "alerts.words.why: {Name} is nothing that this text can show: it shows nothing in braces")]
    [TestCase("words: { many: \"{counts}\" }", "alerts.words.many: {counts} is nothing that this text can show; expected {count}, {first}")]
    public void A_wrong_small_word_is_told_with_its_place(string words, string problem) =>
        Assert.That(Problems($"{Least}alerts: {{ {words} }}").Single(), Does.Contain(problem));

    [TestCase("risk-entred: { title: x }", "alerts.texts.risk-entred: unknown key; did you mean \"risk-entered\"?")]
    [TestCase("risk-entered: { title: \"{Nme}\" }", "alerts.texts.risk-entered.title: column 1: nothing known of such an alert is called \"Nme\"; did you mean \"Name\"?")]
    [TestCase("risk-entered: { title: \"x {Name\" }", "alerts.texts.risk-entered.title: column 3: '{' stands alone")]
    [TestCase("run-missing: { sentence: \"{Name}\" }", "alerts.texts.run-missing.sentence: column 1: nothing known of such an alert is called \"Name\"")]
    public void A_wrong_text_is_told_with_its_place(string text, string problem) =>
        Assert.That(Problems($"{Least}alerts: {{ texts: {{ {text} }} }}").Single(), Does.StartWith("p.yaml:5:").And.Contain(problem));

    [Test]
    public void The_same_route_twice_is_told() =>
        Assert.That(Problems($"{Least}alerts:\n  routes:\n    - {{ on: [risk-rose], to: [x] }}\n    - {{ on: [risk-rose], to: [x] }}").Single(), Does.Contain("alerts.routes[1]: ").And.Contain("is listed twice; the first is on line 7"));

    private static string Words(AlertRoute route) =>
        $"{string.Join(" ", route.On)} to {string.Join(" ", route.To)} of {string.Join(" ", route.Motions)} {string.Join(" ", route.Segments)} {string.Join(" ", route.Teams)} {route.AmountFrom} {string.Join(" ", route.Risk)}";

    private static AlertPolicy Read(string route) => With($"alerts: {{ routes: [{route}] }}").Alerts;
}
