using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Leads;

public class LeadMustBeAnsweredInTimeRuleTests
{
    private static readonly DateTimeOffset Due = ALead.CameIn.AddMinutes(5);

    [Test]
    public void Touched_at_the_last_minute_is_in_time_and_a_second_later_is_not()
    {
        Assert.That(Late(ALead.Good with { FirstTouchAt = Due }), Is.Null);
        Assert.That(Late(ALead.Good with { FirstTouchAt = Due.AddSeconds(1) })!.Severity, Is.EqualTo(Severity.Medium));
    }

    [Test]
    public void Untouched_it_is_late_once_the_time_is_over()
    {
        var untouched = ALead.Good with { FirstTouchAt = null };

        Assert.That(Late(untouched, now: Due), Is.Null);
        Assert.That(Late(untouched, now: Due.AddSeconds(1))!.Message, Is.EqualTo("It came in on 2026-03-02 10:00 and was to be touched by 2026-03-02 10:05; nobody has."));
    }

    [Test]
    public void The_night_does_not_count() =>
        Assert.That(Late(ALead.Good with { CreatedAt = ALead.CameIn.AddHours(8), FirstTouchAt = ALead.CameIn.AddHours(23) }), Is.Null, "in at 18:00, touched at 9:00");

    [Test]
    public void The_policy_may_give_more_time() =>
        Assert.That(Late(ALead.Good with { FirstTouchAt = ALead.CameIn.AddMinutes(120) }, ALead.Settings with { ResponseMinutes = 120 }), Is.Null);

    [Test]
    public void Only_inbound_sources_are_asked_where_the_policy_names_them()
    {
        var untouched = ALead.Good with { FirstTouchAt = null };

        Assert.That(Late(untouched, ALead.Settings with { InboundSources = ["web"] }), Is.Not.Null);
        Assert.That(Late(untouched, ALead.Settings with { InboundSources = ["Phone Inquiry"] }), Is.Null);
    }

    [Test]
    public void Where_nobody_knows_of_a_touch_it_does_not_run() =>
        Assert.That(ALead.Decide(ALead.Good with { FirstTouchAt = null }, knowsFirstTouch: false).NotRun, Is.EqualTo(new[] { "lead.response-late" }));

    // Handed over on Monday: the first attempt by Tuesday, the second by Thursday.
    [TestCase(null, "2026-03-03", false)]
    [TestCase(null, "2026-03-04", true)]
    [TestCase(0, "2026-03-04", true)]
    [TestCase(1, "2026-03-05", false)]
    [TestCase(1, "2026-03-06", true)]
    [TestCase(2, "2026-03-20", false)]
    public void After_the_hand_over_it_is_tried_twice_in_time(int? attempts, string today, bool isLate)
    {
        var now = new DateTimeOffset(DateOnly.ParseExact(today, "O", System.Globalization.CultureInfo.InvariantCulture), new TimeOnly(12, 0), TimeSpan.Zero);
        var lead = ALead.Good with { HandedOverOn = new DateOnly(2026, 3, 2), Attempts = attempts };

        Assert.That(Late(lead, now: now) is not null, Is.EqualTo(isLate));
        Assert.That(Late(lead with { NoReplyReason = "attempted, no reply: left the company" }, now: now), Is.Null);
    }

    private static Finding? Late(Lead lead, LeadPolicy? settings = null, DateTimeOffset? now = null) =>
        ALead.Decide(lead, settings, now ?? ALead.CameIn.AddDays(1)).Findings.SingleOrDefault(finding => finding.Rule == "lead.response-late");
}
