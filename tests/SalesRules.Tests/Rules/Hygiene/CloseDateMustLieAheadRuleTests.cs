using SalesRules.Decisions;
using SalesRules.Rules.Hygiene;

namespace SalesRules.Tests.Rules.Hygiene;

public class CloseDateMustLieAheadRuleTests
{
    [TestCase(0, false)]
    [TestCase(-1, true)]
    public void Today_is_ahead_and_yesterday_is_past(int days, bool found) => Assert.That(Closing(days).Ask<CloseDateMustLieAheadRule>(), found ? Says.A(Severity.High) : Says.Nothing);

    [Test]
    public void It_says_which_day()
    {
        var finding = Closing(-1).Finding<CloseDateMustLieAheadRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("The close date 2026-03-01 is past and the deal is open."));
            Assert.That(finding.Evidence.Single().Field, Is.EqualTo("CloseDate"));
        }
    }

    [Test]
    public void Without_a_close_date_it_is_silent() => Assert.That(Closing(0).With(it => it with { CloseDate = null }).Ask<CloseDateMustLieAheadRule>(), Says.Nothing);

    [Test]
    public void A_closed_deal_closed_in_the_past() => Assert.That(Closing(-1).With(it => it with { IsClosed = true }).Ask<CloseDateMustLieAheadRule>(), Says.Nothing);

    private static ADeal Closing(int inDays) => ADeal.InStage("Discovery").With(it => it with { CloseDate = ADeal.Today.AddDays(inDays) });
}
