using System.Globalization;
using SalesRules.Host.Digests;

namespace SalesRules.Host.Tests.Digests;

public class FortnightTests
{
    [TestCase("2026-03-02", true)]
    [TestCase("2026-03-08", true)]
    [TestCase("2026-03-09", false)]
    [TestCase("2026-03-15", false)]
    [TestCase("2026-03-16", true)]
    [TestCase("2026-03-01", false)]
    [TestCase("2026-02-22", true)]
    public void A_week_holds_from_its_Monday_to_its_Sunday(string today, bool holds) =>
        Assert.That(Fortnight.Holds(Day("2026-03-05"), Day(today)), Is.EqualTo(holds));

    [TestCase("2026-12-31", true)]
    [TestCase("2027-01-04", false)]
    [TestCase("2027-01-11", true)]
    public void After_a_year_of_53_weeks_it_goes_on(string today, bool holds)
    {
        Assert.That((ISOWeek.GetWeekOfYear(Day("2026-12-31").ToDateTime(default)), ISOWeek.GetWeekOfYear(Day("2027-01-04").ToDateTime(default))), Is.EqualTo((53, 1)));
        Assert.That(Fortnight.Holds(Day("2026-12-28"), Day(today)), Is.EqualTo(holds));
    }

    [TestCase("2026-03-04", "2026-03-16")]
    [TestCase("2026-03-10", "2026-03-16")]
    public void The_next_week_begins_on_a_Monday(string today, string next) =>
        Assert.That(Fortnight.NextMonday(Day("2026-03-05"), Day(today)), Is.EqualTo(Day(next)));

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
