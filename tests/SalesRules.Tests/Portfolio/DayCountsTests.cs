using SalesRules.Portfolio;

namespace SalesRules.Tests.Portfolio;

public class DayCountsTests
{
    [TestCase(new[] { 7 }, 7)]
    [TestCase(new[] { 1, 2, 3, 4 }, 3, Description = "75 % of 4 is exactly the third")]
    [TestCase(new[] { 1, 2, 3, 4, 5 }, 4, Description = "75 % of 5 is 3.75: the fourth, never a value between")]
    [TestCase(new[] { 5, 1, 4, 2, 3, 6, 7, 8 }, 6)]
    [TestCase(new[] { 2, 2, 2, 90 }, 2)]
    public void The_75th_percentile_is_that_of_the_nearest_rank(int[] days, int percentile) => Assert.That(Of(days).Percentile75, Is.EqualTo(percentile));

    [TestCase(new[] { 7 }, 7)]
    [TestCase(new[] { 3, 1, 2 }, 2)]
    [TestCase(new[] { 1, 2, 3, 4 }, 2.5)]
    [TestCase(new[] { 1, 1, 1, 10 }, 1)]
    public void The_median_of_an_even_number_lies_between_the_two_in_the_middle(int[] days, decimal median) => Assert.That(Of(days).Median, Is.EqualTo(median));

    [Test]
    public void Of_nothing_there_is_neither()
    {
        var none = new DayCounts();

        Assert.That((none.Count, none.Median, none.Percentile75), Is.EqualTo((0, (decimal?)null, (int?)null)));
    }

    [TestCase(3, 2)]
    [TestCase(2, 2)]
    [TestCase(1.5, 3)]
    public void Above_leaves_the_limit_itself_out(decimal days, int above) => Assert.That(Of([1, 2, 4, 9]).Above(days), Is.EqualTo(above));

    private static DayCounts Of(int[] days)
    {
        var counts = new DayCounts();
        foreach (var one in days)
            counts.Add(one);
        return counts;
    }
}
