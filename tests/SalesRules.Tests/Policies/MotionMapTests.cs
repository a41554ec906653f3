using SalesRules.Policies;

namespace SalesRules.Tests.Policies;

public class MotionMapTests
{
    private static readonly MotionMap Map = new(
        new Dictionary<string, Motion>
        {
            ["Existing*"] = Motion.NewBusiness,
            ["Existing Customer*"] = Motion.Expansion,
            ["Existing Customer - Renewal"] = Motion.Renewal,
        },
        Motion.Expansion);

    [TestCase("Existing Customer - Renewal", Motion.Renewal, TestName = "An_exact_value_goes_before_a_beginning")]
    [TestCase("Existing Customer - Upgrade", Motion.Expansion, TestName = "A_longer_beginning_goes_before_a_shorter_one")]
    [TestCase("Existing", Motion.NewBusiness, TestName = "A_beginning_is_also_the_whole")]
    [TestCase("EXISTING CUSTOMER", Motion.Expansion, TestName = "Case_does_not_matter")]
    [TestCase("New", null, TestName = "Another_is_not_mapped")]
    [TestCase(null, null, TestName = "None_is_not_mapped")]
    public void A_type_means_a_motion(string? type, Motion? motion) => Assert.That(Map.Find(type), Is.EqualTo(motion));
}
