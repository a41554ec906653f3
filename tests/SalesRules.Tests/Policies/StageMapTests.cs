using SalesRules.Policies;

namespace SalesRules.Tests.Policies;

public class StageMapTests
{
    private static readonly StageMap All = new(TestPolicy.OneOfEachType);

    [TestCase("Discovery", false)]
    [TestCase("Technical Validation", true)]
    [TestCase("Solution", true)]
    [TestCase("Closed Won", true)]
    public void By_a_type_is_from_its_lowest_order_on(string stage, bool by) =>
        Assert.That(All.IsBy(All.Find(stage)!, StageType.TechnicalValidation), Is.EqualTo(by));

    [TestCase("Solution", false)]
    [TestCase("POV", false)]
    [TestCase("Commercial", true)]
    public void Past_a_type_is_beyond_its_highest_order(string stage, bool past) => Assert.That(All.IsPast(All.Find(stage)!, StageType.Pov), Is.EqualTo(past));

    [Test]
    public void With_several_stages_of_a_type_by_counts_from_the_first_and_past_from_the_last()
    {
        var stages = TestPolicy.TwoPovStages;
        Stage setup = stages.Find("POV Setup")!, run = stages.Find("POV Run")!, commercial = stages.Find("Commercial")!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((stages.IsBy(setup, StageType.Pov), stages.IsPast(setup, StageType.Pov)), Is.EqualTo((true, false)));
            Assert.That((stages.IsBy(run, StageType.Pov), stages.IsPast(run, StageType.Pov)), Is.EqualTo((true, false)));
            Assert.That((stages.IsBy(commercial, StageType.Pov), stages.IsPast(commercial, StageType.Pov)), Is.EqualTo((true, true)));
        }
    }

    [Test]
    public void A_type_without_a_stage_begins_with_the_next_type_that_has_one()
    {
        var stages = Without(StageType.TechnicalValidation);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(stages.IsBy(stages.Find("Solution")!, StageType.TechnicalValidation), Is.True);
            Assert.That(stages.IsBy(stages.Find("Discovery")!, StageType.TechnicalValidation), Is.False);
        }
    }

    [Test]
    public void Past_a_type_without_a_stage_is_by_the_next_type_that_has_one()
    {
        var stages = Without(StageType.Pov);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(stages.IsPast(stages.Find("Solution")!, StageType.Pov), Is.False);
            Assert.That(stages.IsPast(stages.Find("Commercial")!, StageType.Pov), Is.True);
        }
    }

    [Test]
    public void Where_no_later_type_has_a_stage_nothing_is_by_or_past_it()
    {
        var stages = new StageMap([new Stage("Discovery", StageType.Discovery, 1)]);
        var stage = stages.Find("Discovery")!;
        Assert.That((stages.IsBy(stage, StageType.Commercial), stages.IsPast(stage, StageType.Commercial)), Is.EqualTo((false, false)));
    }

    [Test]
    public void Rules_speak_of_order_and_not_of_the_place_in_the_list()
    {
        var stages = new StageMap([new Stage("Late", StageType.Commercial, 30), new Stage("Early", StageType.Discovery, 10), new Stage("Middle", StageType.Pov, 20)]);
        Assert.That((stages.IsPast(stages.Find("Late")!, StageType.Pov), stages.IsBy(stages.Find("Early")!, StageType.Pov)), Is.EqualTo((true, false)));
    }

    [TestCase("pov", "POV")]
    [TestCase("POV", "POV")]
    [TestCase("POV ", null)]
    [TestCase("", null)]
    [TestCase(null, null)]
    public void Names_are_found_without_case(string? name, string? found) => Assert.That(All.Find(name)?.Name, Is.EqualTo(found));

    private static StageMap Without(StageType type) => new([.. TestPolicy.OneOfEachType.Where(stage => stage.Type != type)]);
}
