using SalesRules.Decisions;

namespace SalesRules.Tests.Decisions;

public class TaskKeyTests
{
    [TestCase("pov.deferred", "O", 1)]
    [TestCase("pov.deferred", "unscored", 12)]
    [TestCase("forecast.score-required", "", 3)]
    public void A_key_reads_back_as_what_made_it(string rule, string part, int episode)
    {
        var read = TaskKey.TryParse(TaskKey.Of(rule, ADeal.Id, part, episode), out var parts);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(read, Is.True);
            Assert.That(parts, Is.EqualTo((rule, ADeal.Id, part, episode)));
        }
    }

    [Test]
    public void The_longest_key_fits_its_field() =>
        Assert.That(TaskKey.Of("pov.entered-before-effective", ADeal.Id, "unscored", int.MaxValue), Has.Length.LessThanOrEqualTo(120));

    [TestCase(null)]
    [TestCase("")]
    [TestCase("Call the customer")]
    [TestCase("pov.deferred:006xx000003GYkJAAW:O")]
    [TestCase("pov.deferred:006xx000003GYkJAAX:O:1", TestName = "A_wrong_checksum_is_no_key")]
    [TestCase("pov.deferred:006xx000003GYkJAAW:O:one")]
    [TestCase("pov.deferred:006xx000003GYkJAAW:O:-1")]
    [TestCase("pov.deferred:006xx000003GYkJAAW:O:99999999999")]
    [TestCase("pov.deferred:006xx000003GYkJAAW:O:1:2")]
    public void Another_text_is_no_key(string? text) => Assert.That(TaskKey.TryParse(text, out _), Is.False);
}
