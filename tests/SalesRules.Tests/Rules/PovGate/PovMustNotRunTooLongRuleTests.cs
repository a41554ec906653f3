using SalesRules.Decisions;
using SalesRules.Rules.PovGate;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.PovGate;

public class PovMustNotRunTooLongRuleTests
{
    private static readonly DateOnly Start = new(2026, 2, 1);

    [Test]
    public void Sixty_days_are_allowed() => Assert.That(Lasting(60).Ask<PovMustNotRunTooLongRule>(), Says.Nothing);

    [Test]
    public void Sixty_one_are_not()
    {
        var finding = Lasting(61).Finding<PovMustNotRunTooLongRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Severity, Is.EqualTo(Severity.Medium));
            Assert.That(finding.Message, Is.EqualTo("The POV is planned for 61 days; the policy allows 60, to 2026-04-02."));
            Assert.That(finding.Fix, Is.EqualTo([new Fix("POV_End__c", FieldValue.Of(new DateOnly(2026, 4, 2)))]));
        }
    }

    [Test]
    public void The_days_are_the_policys() =>
        Assert.That(Lasting(60).Under(policy => policy with { Pov = policy.Pov with { MaximumDays = 59 } }).Ask<PovMustNotRunTooLongRule>(), Says.Something);

    [Test]
    public void An_end_before_the_start_is_not_too_long() => Assert.That(Lasting(-1).Ask<PovMustNotRunTooLongRule>(), Says.Nothing);

    [Test]
    public void A_start_at_the_end_of_the_calendar_breaks_nothing() =>
        Assert.That(Lasting(0).With(it => it with { PovStart = DateOnly.MaxValue, PovEnd = DateOnly.MaxValue }).Ask<PovMustNotRunTooLongRule>(), Says.Nothing);

    [Test]
    public void Without_both_dates_it_is_silent()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Lasting(90).With(it => it with { PovStart = null }).Ask<PovMustNotRunTooLongRule>(), Says.Nothing);
            Assert.That(Lasting(90).With(it => it with { PovEnd = null }).Ask<PovMustNotRunTooLongRule>(), Says.Nothing);
        }
    }

    [TestCase("Solution")]
    [TestCase("Commercial")]
    public void In_other_stages_it_is_silent(string stage) =>
        Assert.That(Lasting(90).With(it => it with { StageName = stage }).Ask<PovMustNotRunTooLongRule>(), Says.Nothing);

    private static ADeal Lasting(int days) => ADeal.InStage("POV").With(it => it with { PovStart = Start, PovEnd = Start.AddDays(days) });
}
