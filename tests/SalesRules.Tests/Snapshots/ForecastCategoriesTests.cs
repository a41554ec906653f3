using SalesRules.Snapshots;

namespace SalesRules.Tests.Snapshots;

public class ForecastCategoriesTests
{
    [Test]
    public void The_order_and_names_are_Salesforces() =>
        Assert.That(
            Enum.GetValues<ForecastCategory>().Order().Select(category => category.Name()),
            Is.EqualTo(["Omitted", "Pipeline", "Best Case", "Most Likely", "Commit", "Closed"]));

    [Test]
    public void Every_name_reads_back() =>
        Assert.That(ForecastCategories.AllNames.Select(ForecastCategories.Parse), Is.EqualTo(Enum.GetValues<ForecastCategory>().Cast<ForecastCategory?>()));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("BestCase")]
    [TestCase("commit")]
    public void Another_name_is_none(string? name) => Assert.That(ForecastCategories.Parse(name), Is.Null);

    [TestCase("Forecast", ForecastCategory.Commit)]
    [TestCase("BestCase", ForecastCategory.BestCase)]
    [TestCase("MostLikely", ForecastCategory.MostLikely)]
    [TestCase("Closed", ForecastCategory.Closed)]
    [TestCase("Commit", null)]
    [TestCase(null, null)]
    public void The_read_only_field_has_values_of_its_own(string? value, ForecastCategory? category) => Assert.That(ForecastCategories.ParseValue(value), Is.EqualTo(category));
}
