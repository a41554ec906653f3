using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules.Closing;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Closing;

public class ClosingWeekMustBeOnScheduleRuleTests
{
    [TestCase(6, null)]
    [TestCase(5, Severity.Medium)]
    [TestCase(0, Severity.Medium)]
    [TestCase(-1, null)]
    public void From_the_day_on_which_the_first_items_are_due(int inDays, Severity? severity) =>
        Assert.That(Closing(inDays).Ask<ClosingWeekMustBeOnScheduleRule>().Finding?.Severity, Is.EqualTo(severity));

    [TestCase("Commit", 3, Severity.Medium)]
    [TestCase("Commit", 2, Severity.High)]
    [TestCase("Most Likely", 2, Severity.Medium)]
    [TestCase(null, 0, Severity.Medium)]
    public void In_Commit_it_weighs_high_from_2_days_before(string? category, int inDays, Severity severity) =>
        Assert.That(Closing(inDays).Forecast(category).Ask<ClosingWeekMustBeOnScheduleRule>(), Says.A(severity));

    [TestCase(7, true)]
    [TestCase(8, false)]
    public void The_week_begins_7_days_before(int inDays, bool found) =>
        Assert.That(Closing(inDays).Under(policy => policy.With(closing => closing with { Checklist = [new ClosingItem("Early", 30)] })).Ask<ClosingWeekMustBeOnScheduleRule>(), found ? Says.Something : Says.Nothing);

    [Test]
    public void What_is_due_and_not_ticked_is_named()
    {
        var finding = Ticked(4, "Scope matches the agreed requirements; STAKEHOLDERS AND REVIEW OWNERS CONFIRMED;Something else").Finding<ClosingWeekMustBeOnScheduleRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("Closes on 2026-03-06 and is behind the closing checklist: Signature method and destination confirmed."));
            Assert.That(finding.Evidence.Single().Needs, Is.EqualTo(FieldValue.Of("Signature method and destination confirmed")));
        }
    }

    [Test]
    public void With_all_of_it_ticked_it_is_silent() =>
        Assert.That(Ticked(0, string.Join(';', new ClosingPolicy().Checklist.Select(item => item.Name))).Ask<ClosingWeekMustBeOnScheduleRule>(), Says.Nothing);

    [Test]
    public void Without_a_close_date_no_week_is_the_last() => Assert.That(Closing(0).With(it => it with { CloseDate = null }).Ask<ClosingWeekMustBeOnScheduleRule>(), Says.Nothing);

    [Test]
    public void The_days_are_the_policys()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Closing(5).Under(policy => policy.With(closing => closing with { WeekDays = 4 })).Ask<ClosingWeekMustBeOnScheduleRule>(), Says.Nothing);
            Assert.That(Closing(3).Forecast("Commit").Under(policy => policy.With(closing => closing with { CommitHighDays = 3 })).Ask<ClosingWeekMustBeOnScheduleRule>(), Says.A(Severity.High));
        }
    }

    private static ADeal Closing(int inDays) => Ticked(inDays, null);

    private static ADeal Ticked(int inDays, string? items) =>
        ADeal.InStage("Commitment").With(it => it with { CloseDate = ADeal.Today.AddDays(inDays), CloseChecklist = items });
}
