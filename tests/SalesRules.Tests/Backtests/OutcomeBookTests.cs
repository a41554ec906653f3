using SalesRules.Backtests;
using SalesRules.Policies;
using SalesRules.Portfolio;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Backtests;

/// <summary>What became of a deal, and until when a warning of it came in time. Quarters are the calendar's.</summary>
public class OutcomeBookTests
{
    private static readonly SalesforceId Deal = SalesforceId.Parse("006000000000001");

    [Test]
    public void Won_by_the_last_day_of_the_quarter_is_won_and_one_day_later_is_slipped()
    {
        Assert.That(Of(Open("2026-02-02", closes: "2026-02-20"), Won("2026-03-31")), Is.EqualTo((OutcomeKind.Won, Day("2026-03-31"))));
        Assert.That(Of(Open("2026-02-02", closes: "2026-02-20"), Won("2026-04-01")), Is.EqualTo((OutcomeKind.Slipped, Day("2026-03-31"))));
    }

    [Test]
    public void The_close_date_of_a_win_tells_the_day_between_two_snapshots()
    {
        Assert.That(Of(Open("2026-03-28", closes: "2026-03-30"), Won("2026-04-04", closes: "2026-03-31")), Is.EqualTo((OutcomeKind.Won, Day("2026-03-31"))));
        Assert.That(Of(Open("2026-03-28", closes: "2026-03-30"), Won("2026-04-04", closes: "2026-02-01")), Is.EqualTo((OutcomeKind.Slipped, Day("2026-03-31"))), "it was open later than that");
    }

    [Test]
    public void Lost_is_lost_whenever_and_a_warning_counts_until_then_or_until_it_had_slipped()
    {
        Assert.That(Of(Open("2026-02-02", closes: "2026-03-20"), Lost("2026-02-16"), Lost("2026-05-04")), Is.EqualTo((OutcomeKind.Lost, Day("2026-02-16"))));
        Assert.That(Of(Open("2026-02-02", closes: "2026-03-20"), Open("2026-04-20", closes: "2026-06-01"), Lost("2026-05-04")), Is.EqualTo((OutcomeKind.Lost, Day("2026-03-31"))));
    }

    [Test]
    public void Still_open_is_not_known_until_the_quarter_has_ended()
    {
        var open = Open("2026-02-02", closes: "2026-03-20");
        Assert.That(Of(open, Open("2026-03-31", closes: "2026-06-01")), Is.EqualTo((OutcomeKind.Open, Day("2026-03-31"))));
        Assert.That(Of(open, Open("2026-04-01", closes: "2026-06-01")), Is.EqualTo((OutcomeKind.Slipped, Day("2026-03-31"))));
    }

    [Test]
    public void A_deal_that_nothing_new_was_seen_of_is_as_it_was_on_the_last_day()
    {
        var book = new OutcomeBook(new FiscalCalendar(1));
        book.Add(Open("2026-02-02", closes: "2026-03-20"));
        book.KnownUntil(Day("2026-04-01"));

        Assert.That(book.Of(Deal)!.Kind, Is.EqualTo(OutcomeKind.Slipped));
    }

    [Test]
    public void A_close_date_that_had_passed_already_means_the_quarter_of_the_first_sight() =>
        Assert.That(Of(Open("2026-02-02", closes: "2025-10-01"), Won("2026-03-31")).Kind, Is.EqualTo(OutcomeKind.Won));

    [Test]
    public void Without_a_close_date_a_deal_cannot_slip()
    {
        Assert.That(Of(Open("2026-02-02", closes: null), Won("2027-03-31")).Kind, Is.EqualTo(OutcomeKind.Won));
        Assert.That(Of(Open("2026-02-02", closes: null), Open("2027-03-31", closes: null)).Kind, Is.EqualTo(OutcomeKind.Open));
    }

    [Test]
    public void What_counts_is_where_a_deal_ended_that_was_opened_again()
    {
        Assert.That(Of(Open("2026-01-05", closes: "2026-03-20"), Lost("2026-01-12"), Open("2026-01-19", closes: "2026-03-20"), Won("2026-02-02")), Is.EqualTo((OutcomeKind.Won, Day("2026-02-02"))));
        Assert.That(Of(Open("2026-01-05", closes: "2026-03-20"), Won("2026-01-12"), Open("2026-01-19", closes: "2026-03-20"), Lost("2026-02-02")), Is.EqualTo((OutcomeKind.Lost, Day("2026-02-02"))));
    }

    [Test]
    public void A_deal_that_was_only_seen_closed_has_no_outcome_to_warn_of()
    {
        var book = new OutcomeBook(new FiscalCalendar(1));
        book.Add(Lost("2026-02-02"));

        Assert.That(book.Of(Deal), Is.Null);
        Assert.That(book.Of(SalesforceId.Parse("006000000000002")), Is.Null, "never seen");
    }

    /// <summary>As they come, and the other way round.</summary>
    private static (OutcomeKind Kind, DateOnly Until) Of(params Sighting[] sightings)
    {
        var (forth, back) = (Outcome(sightings), Outcome(sightings.Reverse()));
        Assert.That(back, Is.EqualTo(forth), "the order of the rows does not count");
        return (forth.Kind, forth.WarnableUntil);
    }

    private static DealOutcome Outcome(IEnumerable<Sighting> sightings)
    {
        var book = new OutcomeBook(new FiscalCalendar(1));
        foreach (var sighting in sightings)
            book.Add(sighting);
        return book.Of(Deal)!;
    }

    private static Sighting Open(string on, string? closes) => Seen(on, DealStatus.Open, closes);

    private static Sighting Won(string on, string? closes = null) => Seen(on, DealStatus.Won, closes);

    private static Sighting Lost(string on) => Seen(on, DealStatus.Lost, null);

    private static Sighting Seen(string on, DealStatus status, string? closes) => new(Deal, "Acme", Day(on), status, closes is null ? null : Day(closes));

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
