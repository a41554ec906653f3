using SalesRules.Decisions;
using SalesRules.Plans;
using SalesRules.Rules.Leads;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Leads;

public class LeadNeedsARouteRuleTests
{
    private static readonly Dictionary<SalesforceId, (LeadAssignment Planned, bool IsDone)> Nothing = [];

    [Test]
    public void A_lead_that_nothing_routes_is_flagged_and_goes_to_the_default_owner()
    {
        var decision = ALead.Decide(ALead.Good with { Fit = null });

        Assert.That(decision.Findings.Single().Severity, Is.EqualTo(Severity.Low));
        Assert.That(LeadAssignment.Of([decision], ALead.Settings, Nothing, 0).Single(), Is.EqualTo(new LeadAssignment(decision.Lead.Id, ALead.Queue, ALead.DefaultOwner, null)));
    }

    [Test]
    public void Without_a_default_owner_it_stays() =>
        Assert.That(ALead.Decide(ALead.Good with { Fit = null }, ALead.Settings with { DefaultOwner = null }).Wish, Is.EqualTo(LeadWish.None));

    [Test]
    public void What_somebody_has_taken_stays_theirs() =>
        Assert.That(ALead.Decide(ALead.Good with { OwnerId = ALead.Takers[0], Fit = null }).Wish, Is.EqualTo(LeadWish.None));

    [TestCase(4, 10)]
    [TestCase(10, 4)]
    public void To_disqualify_or_to_nurture_needs_nobody(int fit, int intent) =>
        Assert.That(ALead.Decide(ALead.Good with { Fit = fit, Intent = intent }).Wish, Is.EqualTo(LeadWish.None));

    [Test]
    public void The_others_are_taken_in_turn_the_oldest_first()
    {
        var leads = Enumerable.Range(1, 5).Select(number => ALead.Decide(ALead.Good with { Id = SalesforceId.Parse($"00Qxx000000000{number}"), CreatedAt = ALead.CameIn.AddMinutes(-number) })).ToList();

        var assigned = LeadAssignment.Of(leads, ALead.Settings, Nothing, turns: 3);

        Assert.That(assigned.Select(assignment => assignment.Lead), Is.EqualTo(leads.Select(lead => lead.Lead.Id).Reverse()));
        Assert.That(assigned.Select(assignment => assignment.Turn), Is.EqualTo(new int?[] { 3, 4, 5, 6, 7 }));
        Assert.That(assigned.Select(assignment => assignment.To), Is.EqualTo(new[] { ALead.Takers[1], ALead.Takers[0], ALead.Takers[1], ALead.Takers[0], ALead.Takers[1] }));
    }

    [Test]
    public void A_turn_that_was_given_and_not_done_is_kept_and_one_that_was_done_is_not_given_again()
    {
        var (waiting, done) = (ALead.Decide(ALead.Good), ALead.Decide(ALead.Good with { Id = SalesforceId.Parse("00Qxx0000000002") }));
        var known = new Dictionary<SalesforceId, (LeadAssignment Planned, bool IsDone)>
        {
            [waiting.Lead.Id] = (new LeadAssignment(waiting.Lead.Id, ALead.Queue, ALead.Takers[1], 1), false),
            [done.Lead.Id] = (new LeadAssignment(done.Lead.Id, ALead.Queue, ALead.Takers[0], 0), true),
        };

        Assert.That(LeadAssignment.Of([waiting, done], ALead.Settings, known, turns: 2), Is.EqualTo(new[] { known[waiting.Lead.Id].Planned }));
    }
}
