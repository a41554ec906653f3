using System.Reflection;
using SalesRules.Sandbox.Generation.Recipes;

namespace SalesRules.Sandbox.Tests.Generation.Recipes;

public sealed class RecipeBookTests
{
    /// <summary>Rules of the scores, the forecast, the POV gate and overrides.</summary>
    private static readonly string[] FirstWave =
    [
        "miql.invalid-score", "miql.no-evidence", "stage.unmapped", "motion.unmapped",
        "forecast.score-required", "forecast.above-ceiling", "forecast.below-ceiling", "forecast.commit-outside-quarter",
        "forecast.probability-mismatch", "forecast.closed-category",
        "pov.deferred", "pov.conditions", "pov.stage-without-approval", "pov.started-unapproved", "pov.score-dropped",
        "pov.beyond-without-approval", "pov.entered-before-effective", "pov.dates-missing", "pov.over-length", "pov.deferral-stale",
        "pov.capacity", "override.invalid",
    ];

    [Test]
    public void Holds_every_recipe_once()
    {
        var defined = typeof(Recipe).GetProperties(BindingFlags.Public | BindingFlags.Static).Select(property => property.GetValue(null));
        Assert.That(RecipeBook.All, Is.EquivalentTo(defined));
    }

    [Test]
    public void Calls_every_recipe_by_the_name_of_its_property()
    {
        foreach (var property in typeof(Recipe).GetProperties(BindingFlags.Public | BindingFlags.Static))
            Assert.That(((Recipe)property.GetValue(null)!).Name, Is.EqualTo(property.Name));
    }

    [Test]
    public void Breaks_every_rule_of_the_first_wave() =>
        Assert.That(FirstWave.Except(RecipeBook.All.SelectMany(recipe => recipe.Rules)), Is.Empty);

    [TestCaseSource(typeof(RecipeBook), nameof(RecipeBook.All))]
    public void Every_recipe_has_a_deal_in_the_default_org_that_names_it(Recipe recipe)
    {
        var deals = CollectedOrg.Default.Deals(recipe).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(deals, Is.Not.Empty);
            Assert.That(deals.Select(deal => deal["Description"]), Is.All.EqualTo(recipe.Description));
        }
    }
}
