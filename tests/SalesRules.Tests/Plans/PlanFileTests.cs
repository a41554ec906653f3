using System.Text;
using SalesRules.Plans;
using SalesRules.Rules;

namespace SalesRules.Tests.Plans;

public class PlanFileTests
{
    [Test]
    public void What_was_written_is_read_again()
    {
        var plan = APlan();

        var again = PlanFile.Read(PlanFile.Write(plan));

        Assert.That((again.OrgId, again.PolicyHash, again.AsOf, again.CreatedAt), Is.EqualTo((plan.OrgId, plan.PolicyHash, plan.AsOf, plan.CreatedAt)));
        Assert.That(PlanFile.Write(again), Is.EqualTo(PlanFile.Write(plan)));
        Assert.That(again.Records.Single().Changes, Is.EqualTo(plan.Records.Single().Changes));
    }

    [Test]
    public void Other_white_space_is_the_same_plan()
    {
        var text = Encoding.UTF8.GetString(PlanFile.Write(APlan()));
        var pretty = System.Text.Json.Nodes.JsonNode.Parse(text)!.ToJsonString(
            new System.Text.Json.JsonSerializerOptions { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

        Assert.That(PlanFile.Read(Encoding.UTF8.GetBytes(pretty)).Records, Has.Count.EqualTo(1));
    }

    [TestCase("\"Best Case\"", "\"Commit\"")]
    [TestCase("\"keeps\":{}", "\"keeps\":{\"Amount\":1}")]
    [TestCase("\"asOf\":\"2026-03-02\"", "\"asOf\":\"2026-03-03\"")]
    [TestCase("00D000000000001EAA", "00D000000000002EAA")]
    [TestCase("\"records\"", "\"more\":1,\"records\"")]
    public void An_edited_plan_is_refused(string from, string to)
    {
        var text = Encoding.UTF8.GetString(PlanFile.Write(APlan()));
        Assert.That(text, Does.Contain(from));

        var edited = Encoding.UTF8.GetBytes(text.Replace(from, to));

        Assert.That(() => PlanFile.Read(edited), Throws.TypeOf<EditedPlanException>());
    }

    [TestCase("")]
    [TestCase("[]")]
    [TestCase("not json")]
    [TestCase("{\"format\":\"another/1\",\"hash\":\"sha256:0\"}")]
    [TestCase("{\"format\":7}")]
    [TestCase("{\"format\":\"salesrules-plan/1\"}")]
    public void What_is_no_plan_is_said_so(string text)
    {
        Assert.That(() => PlanFile.Read(Encoding.UTF8.GetBytes(text)), Throws.TypeOf<FormatException>().With.Message.StartsWith("not a"));
    }

    [Test]
    public void A_cut_off_plan_is_no_plan()
    {
        var bytes = PlanFile.Write(APlan());

        for (var length = 0; length < bytes.Length - 3; length += 37)
            Assert.That(() => PlanFile.Read(bytes.AsMemory(0, length)), Throws.TypeOf<FormatException>(), $"cut at {length}");
    }

    private static WriteBackPlan APlan()
    {
        var deal = ADeal.InStage("Commitment").Scored(2, 1, 2, 2, 1).Forecast("Commit").With(opportunity => opportunity with { Name = "Müller \"Rollout\"", Amount = 50000.5m });
        var at = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        var planned = new RecordPlan(new RuleBook(deal.Policy)).Of(deal.Opportunity, deal.Context, KnownTasks.None, at).Planned;
        return new WriteBackPlan { OrgId = "00D000000000001EAA", PolicyHash = deal.Policy.Hash, AsOf = ADeal.Today, CreatedAt = at, Records = [planned] };
    }
}
