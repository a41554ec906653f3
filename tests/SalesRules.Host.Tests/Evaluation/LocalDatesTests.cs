using SalesRules.Host.Evaluation;

namespace SalesRules.Host.Tests.Evaluation;

public class LocalDatesTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [TestCase("3/31/2026", "2026-03-31")]
    [TestCase("03/31/2026", "2026-03-31")]
    [TestCase("4/3/2026", "2026-04-03")]
    [TestCase("2026-03-31", "2026-03-31")]
    [TestCase("31/3/2026", null)]
    [TestCase("3/31/26", null)]
    [TestCase("3/31/226", "3/31/226")]
    public void Month_first(string text, string? expected) => Assert.That(ToDate(DateOrder.Mdy, text), Is.EqualTo(expected));

    [TestCase("31.03.2026", "2026-03-31")]
    [TestCase("31. 3. 2026", "2026-03-31")]
    [TestCase("31-03-2026", "2026-03-31")]
    [TestCase("4/3/2026", "2026-03-04")]
    [TestCase("29/02/2024", "2024-02-29")]
    [TestCase("29/02/2026", null)]
    [TestCase("03/31/2026", null)]
    [TestCase("31/03.2026", "31/03.2026")]
    [TestCase("01/01/1699", null)]
    [TestCase("01/01/1700", "1700-01-01")]
    [TestCase("31/03/2026 14:05", null)]
    public void Day_first(string text, string? expected) => Assert.That(ToDate(DateOrder.Dmy, text), Is.EqualTo(expected));

    [Test]
    public void A_local_date_is_refused_with_the_name_of_the_option()
    {
        Assert.That(new LocalDates(CsvOptions.Default).ToDate("3/31/2026", out var reason), Is.Null);
        Assert.That(reason, Does.Contain("--dates dmy").And.Contain("--dates mdy"));
    }

    [TestCase("3/31/26")]
    [TestCase("31.3.26 14:05")]
    public void A_year_of_two_digits_is_refused_for_what_it_is(string text)
    {
        Assert.That(new LocalDates(new CsvOptions { Dates = DateOrder.Mdy }).ToInstant(text, out var reason), Is.Null);
        Assert.That(reason, Does.StartWith("expected a year of four digits, found one of two"));
    }

    [TestCase("3/31/2026, 2:05 PM", "2026-03-31T14:05:00+02:00")]
    [TestCase("3/31/2026, 2:05\u202FPM", "2026-03-31T14:05:00+02:00")]
    [TestCase("1/31/2026 14:05", "2026-01-31T14:05:00+01:00")]
    [TestCase("3/31/2026", "2026-03-31T00:00:00+02:00")]
    [TestCase("2026-03-31", "2026-03-31T00:00:00+02:00")]
    [TestCase("2026-03-31 14:05:09", "2026-03-31T14:05:09+02:00")]
    [TestCase("3/31/2026 25:00", null)]
    [TestCase("2026-02-30", null)]
    [TestCase("2026-03-31T10:00:00.000Z", "2026-03-31T10:00:00.000Z")]
    public void A_local_time_is_of_the_zone(string text, string? expected) =>
        Assert.That(new LocalDates(new CsvOptions { Dates = DateOrder.Mdy, Zone = Berlin }).ToInstant(text, out _), Is.EqualTo(expected));

    private static string? ToDate(DateOrder order, string text) => new LocalDates(new CsvOptions { Dates = order }).ToDate(text, out _);
}
