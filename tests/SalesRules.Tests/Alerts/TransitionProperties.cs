using FsCheck.NUnit;
using SalesRules.Alerts;
using SalesRules.Plans;
using SalesRules.Policies;
using SalesRules.Schemas;
using SalesRules.Snapshots;
using SalesRules.Tests.Rules;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace SalesRules.Tests.Alerts;

/// <summary>Any walk of a deal from decision to decision: every transition is told once, and nothing else is.</summary>
[Properties(Arbitrary = [typeof(RandomDeals)], MaxTest = 300, QuietOnSuccess = true)]
public class TransitionProperties
{
    private static readonly SchemaDrift Blind = new([OpportunityFields.Get("MIQL_Leadership__c"), OpportunityFields.Get("POV_End__c"), OpportunityFields.Get("Economic_Buyer_Met_On__c")], [], [], null);

    [Property]
    public void Deciding_the_same_again_tells_nothing_and_leaves_the_state_as_it_is(ADeal[] deals)
    {
        var told = new Told();
        foreach (var (decided, policy) in Walk(deals))
        {
            told.Decide(decided, policy);
            var state = Told.Text(told.State!);

            Assert.That(told.Decide(decided, policy), Is.Empty);
            Assert.That(Told.Text(told.State!), Is.EqualTo(state));
        }
    }

    [Property]
    public void A_walk_tells_what_an_independent_count_finds(ADeal[] deals)
    {
        var walk = Walk(deals);
        var told = new Told();
        foreach (var (decided, policy) in walk)
            told.Decide(decided, policy);

        Assert.That(told.Alerts.CountBy(alert => alert.Kind).OrderBy(pair => pair.Key), Is.EqualTo(WalkModel.Count(walk).OrderBy(pair => pair.Key)));
    }

    [Property]
    public void However_often_each_decision_is_made_the_same_is_told(ADeal[] deals, int[] times)
    {
        var (once, often) = (new Told(), new Told());
        foreach (var ((decided, policy), at) in Walk(deals).Select((step, at) => (step, at)))
        {
            once.Decide(decided, policy);
            for (var time = 0; time <= (times.Length == 0 ? 1 : Math.Abs(times[at % times.Length] % 3)); time++)
                often.Decide(decided, policy);
        }

        Assert.That(often.Alerts.Select(Words), Is.EqualTo(once.Alerts.Select(Words)));
    }

    [Property]
    public void Keys_name_one_transition_each(ADeal[] deals)
    {
        var told = new Told();
        foreach (var (decided, policy) in Walk(deals))
            told.Decide(decided, policy);

        Assert.That(told.Alerts.Select(alert => alert.Key), Is.Unique);
        foreach (var alert in told.Alerts)
        {
            Assert.That(alert.Key, Has.Length.LessThanOrEqualTo(150).And.Match("^[!-~]+$"));
            Assert.That(alert.Reasons, Is.Not.Empty.And.All.Not.Empty);
            Assert.That(alert.Reasons.Count >= alert.Rules.Count, Is.True);
        }
    }

    /// <summary>Each deal as one more decision about the first one's record; every fifth is made while the org lacks fields.</summary>
    private static List<(PlannedDecision Decided, Policy Policy)> Walk(ADeal[] deals) =>
        [.. deals.Select((deal, at) => at % 5 == 3 ? deal.Under(policy => policy.Under(Blind)) : deal).Select(deal => (Told.Decided(deal), deal.Policy))];

    private static string Words(Alert alert) => $"{alert.Key}: {string.Join(" ", alert.Reasons)} {alert.SmallestFix}";
}
