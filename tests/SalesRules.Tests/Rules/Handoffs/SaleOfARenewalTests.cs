using SalesRules.Policies;
using SalesRules.Rules.Handoffs;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Handoffs;

public class SaleOfARenewalTests
{
    private static readonly MotionMap Motions = TestPolicy.Default.Motions;

    [Test]
    public void It_is_the_last_won_sale_of_the_account_before_it() =>
        Assert.That(SaleOf(Renewal(9, "2026-06-30"), Won(1, "2024-06-30"), Won(2, "2025-06-30"), Won(3, "2026-07-01")), Is.EqualTo(2));

    [Test]
    public void A_sale_that_closes_on_the_same_day_is_not_before_it()
    {
        Assert.That(SaleOf(Renewal(9, "2026-06-30"), Won(1, "2026-06-30")), Is.Null);
        Assert.That(SaleOf(Renewal(9, "2026-06-30"), Won(1, "2026-06-29")), Is.EqualTo(1));
    }

    [Test]
    public void An_expansion_is_a_sale_too() => Assert.That(SaleOf(Renewal(9, "2026-06-30"), Won(1, "2025-06-30"), Won(2, "2025-09-30", "Existing Business")), Is.EqualTo(2));

    [Test]
    public void After_a_renewal_that_was_won_there_is_none() => Assert.That(SaleOf(Renewal(9, "2026-06-30"), Won(1, "2024-06-30"), Won(2, "2025-06-30", "Renewal")), Is.Null);

    [Test]
    public void The_next_open_renewal_alone_has_it()
    {
        var (next, later) = (Renewal(8, "2026-06-30"), Renewal(9, "2027-06-30"));

        Assert.That(SaleOf(next, Won(1, "2025-06-30"), next, later), Is.EqualTo(1));
        Assert.That(SaleOf(later, Won(1, "2025-06-30"), next, later), Is.Null);
    }

    [Test]
    public void Of_two_renewals_of_one_day_one_alone_has_it()
    {
        var (one, other) = (Renewal(8, "2026-06-30"), Renewal(9, "2026-06-30"));

        Assert.That(SaleOf(one, Won(1, "2025-06-30"), one, other), Is.EqualTo(1));
        Assert.That(SaleOf(other, Won(1, "2025-06-30"), one, other), Is.Null);
    }

    [Test]
    public void A_renewal_from_before_the_sale_is_another_sales() =>
        Assert.That(SaleOf(Renewal(9, "2026-06-30"), Renewal(8, "2025-03-31"), Won(1, "2025-06-30")), Is.EqualTo(1));

    [Test]
    public void Open_deals_and_lost_ones_are_no_sales() =>
        Assert.That(SaleOf(Renewal(9, "2026-06-30"), Won(1, "2025-06-30") with { IsClosed = false, IsWon = false }, Won(2, "2025-07-30") with { IsWon = false }), Is.Null);

    [Test]
    public void Without_a_close_date_nobody_can_tell() => Assert.That(SaleOf(Renewal(9, "2026-06-30") with { CloseDate = null }, Won(1, "2025-06-30")), Is.Null);

    private static int? SaleOf(Opportunity renewal, params Opportunity[] ofAccount) =>
        SaleOfARenewal.Of(renewal, ofAccount, Motions) is { } sale ? int.Parse(sale.Name!, System.Globalization.CultureInfo.InvariantCulture) : null;

    private static Opportunity Renewal(int number, string closes) => Deal(number, closes, "Renewal") with { IsClosed = false, IsWon = false };

    private static Opportunity Won(int number, string closed, string type = "New Business") => Deal(number, closed, type) with { IsClosed = true, IsWon = true };

    private static Opportunity Deal(int number, string day, string type) => ADeal.Renewal.Opportunity with
    {
        Id = SalesforceId.Parse(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"006{number:D12}")),
        Name = number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Type = type,
        CloseDate = DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
    };
}
