using System.Net;
using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Tests.Wire;

namespace SalesRules.Sandbox.Tests.Saving;

/// <summary>What follows from the stage of an opportunity.</summary>
public sealed class OpportunityStageTests : WireTests
{
    [Test]
    public async Task A_new_deal_takes_category_and_probability_from_its_stage()
    {
        var id = await Org.InsertDeal();

        Assert.That(await Forecast(id), Is.EqualTo(("Pipeline", "Pipeline", 20.0m, false, false)));
    }

    [Test]
    public async Task A_stage_change_resets_category_probability_and_closed()
    {
        var id = await Org.InsertDeal("\"ForecastCategoryName\":\"Commit\",\"Probability\":95");
        Assert.That(await Forecast(id), Is.EqualTo(("Commit", "Forecast", 95.0m, false, false)));

        await Patch(id, """{"StageName":"POV"}""");
        Assert.That(await Forecast(id), Is.EqualTo(("Best Case", "BestCase", 60.0m, false, false)));
        await Patch(id, """{"StageName":"Closed Won"}""");
        Assert.That(await Forecast(id), Is.EqualTo(("Closed", "Closed", 100.0m, true, true)));
        await Patch(id, """{"StageName":"Closed Lost"}""");
        Assert.That(await Forecast(id), Is.EqualTo(("Omitted", "Omitted", 0.0m, true, false)));
        await Patch(id, """{"StageName":"Qualification"}""");
        Assert.That(await Forecast(id), Is.EqualTo(("Pipeline", "Pipeline", 10.0m, false, false)));
    }

    [Test]
    public async Task Values_sent_along_with_the_stage_win()
    {
        var id = await Org.InsertDeal();

        await Patch(id, """{"StageName":"POV","ForecastCategoryName":"Commit","Probability":42}""");

        Assert.That(await Forecast(id), Is.EqualTo(("Commit", "Forecast", 42.0m, false, false)));
    }

    [Test]
    public async Task The_same_stage_again_resets_nothing()
    {
        var id = await Org.InsertDeal();
        await Patch(id, """{"ForecastCategoryName":"Best Case","Probability":55}""");

        await Patch(id, """{"StageName":"Discovery"}""");

        Assert.That(await Forecast(id), Is.EqualTo(("Best Case", "BestCase", 55.0m, false, false)));
    }

    [Test]
    public async Task Probability_alone_moves_neither_stage_nor_category()
    {
        var id = await Org.InsertDeal("\"Amount\":1000");

        await Patch(id, """{"Probability":90}""");

        Assert.That(await Forecast(id), Is.EqualTo(("Pipeline", "Pipeline", 90.0m, false, false)));
        Assert.That(await Org.Field("Opportunity", id, "StageName"), Is.EqualTo("\"Discovery\""));
        Assert.That(await Org.Field("Opportunity", id, "ExpectedRevenue"), Is.EqualTo("900.0"));
    }

    [Test]
    public async Task An_unknown_stage_is_kept_as_open_and_worth_nothing()
    {
        var id = await Org.InsertDeal();

        await Patch(id, """{"StageName":"Legacy Stage"}""");

        Assert.That(await Org.Field("Opportunity", id, "StageName"), Is.EqualTo("\"Legacy Stage\""));
        Assert.That(await Forecast(id), Is.EqualTo(("Pipeline", "Pipeline", 0.0m, false, false)));
    }

    [Test]
    public async Task A_strict_org_refuses_an_unknown_stage()
    {
        await using var strict = await WireOrg.StartAsync(Options with { Behaviors = new SandboxBehaviors { StrictStageNames = true } });
        var id = await strict.InsertDeal();

        var reply = await strict.Data("PATCH", $"sobjects/Opportunity/{id}", """{"StageName":"Legacy Stage"}""");

        Assert.That(reply.Text, Is.EqualTo(
            """[{"message":"Stage: bad value for restricted picklist field: Legacy Stage","errorCode":"INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST","fields":["StageName"]}]"""));
    }

    [TestCase("""{"StageName":"Closed Won","ForecastCategoryName":"Closed"}""", HttpStatusCode.NoContent)]
    [TestCase("""{"StageName":"Closed Won","ForecastCategoryName":"Commit"}""", HttpStatusCode.BadRequest)]
    public async Task A_closed_stage_keeps_its_category(string body, HttpStatusCode status)
    {
        var id = await Org.InsertDeal();

        var reply = await Org.Data("PATCH", $"sobjects/Opportunity/{id}", body);

        Assert.That(reply.Status, Is.EqualTo(status));
        if (status != HttpStatusCode.NoContent)
            Assert.That(reply.Json[0].GetProperty("errorCode").GetString(), Is.EqualTo("FIELD_INTEGRITY_EXCEPTION"));
    }

    [Test]
    public async Task An_org_may_let_a_closed_deal_have_any_category()
    {
        await using var lenient = await WireOrg.StartAsync(Options with { Behaviors = new SandboxBehaviors { RejectCategoryOnClosedStage = false } });
        var id = await lenient.InsertDeal();

        var reply = await lenient.Data("PATCH", $"sobjects/Opportunity/{id}", """{"StageName":"Closed Won","ForecastCategoryName":"Commit"}""");

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.NoContent));
    }

    [TestCase("2026-06-30", "2026-03-02")]
    [TestCase("2026-02-01", "2026-02-01")]
    public async Task Winning_pulls_a_close_date_in_the_future_to_today(string closeDate, string expected)
    {
        var id = await Org.InsertDeal();
        await Patch(id, $$"""{"CloseDate":"{{closeDate}}"}""");

        await Patch(id, """{"StageName":"Closed Won"}""");

        Assert.That(await Org.Field("Opportunity", id, "CloseDate"), Is.EqualTo($"\"{expected}\""));
    }

    [Test]
    public async Task Losing_leaves_the_close_date_and_a_deal_that_starts_as_won_keeps_it()
    {
        var lost = await Org.InsertDeal();
        await Patch(lost, """{"StageName":"Closed Lost"}""");
        var won = await Org.Insert("Opportunity", """{"Name":"Acme","StageName":"Closed Won","CloseDate":"2026-06-30"}""");

        Assert.That(await Org.Field("Opportunity", lost, "CloseDate"), Is.EqualTo("\"2026-06-30\""));
        Assert.That(await Org.Field("Opportunity", won, "CloseDate"), Is.EqualTo("\"2026-06-30\""));
    }

    [Test]
    public async Task The_last_stage_change_is_remembered()
    {
        var id = await Org.InsertDeal();
        Assert.That(await Org.Field("Opportunity", id, "LastStageChangeDate"), Is.EqualTo("null"));
        Org.Clock.Advance(TimeSpan.FromMinutes(5));
        await Patch(id, """{"StageName":"POV"}""");
        Org.Clock.Advance(TimeSpan.FromMinutes(5));
        await Patch(id, """{"StageName":"POV","NextStep":"Call"}""");

        Assert.That(await Org.Field("Opportunity", id, "LastStageChangeDate"), Is.EqualTo("\"2026-03-02T09:35:00.000+0000\""));
    }

    [Test]
    public async Task Only_a_move_to_a_later_month_is_a_push()
    {
        var id = await Org.InsertDeal();
        foreach (var (date, pushes) in ((string, string)[])[("2026-06-01", "0"), ("2026-06-29", "0"), ("2026-07-01", "1"), ("2026-05-01", "1"), ("2027-01-31", "2")])
        {
            await Patch(id, $$"""{"CloseDate":"{{date}}"}""");
            Assert.That(await Org.Field("Opportunity", id, "PushCount"), Is.EqualTo(pushes), date);
        }
    }

    [Test]
    public async Task Fiscal_fields_follow_the_close_date()
    {
        var id = await Org.InsertDeal();
        await Patch(id, """{"CloseDate":"2027-10-01"}""");

        Assert.That(await Org.Field("Opportunity", id, "FiscalYear"), Is.EqualTo("2027"));
        Assert.That(await Org.Field("Opportunity", id, "FiscalQuarter"), Is.EqualTo("4"));
        Assert.That(await Org.Field("Opportunity", id, "Fiscal"), Is.EqualTo("\"2027 4\""));
    }

    [Test]
    public async Task The_stage_list_is_the_policys_and_can_be_replaced()
    {
        const string Query = "query?q=SELECT+ApiName,DefaultProbability,ForecastCategory,IsClosed,IsWon,SortOrder+FROM+OpportunityStage+ORDER+BY+SortOrder";
        var before = (await Org.Data("GET", Query)).Json.GetProperty("records").EnumerateArray().Select(row => row.GetProperty("ApiName").GetString()).ToList();
        Org.Org.ReplaceStages(StageLists.Salesforce);
        var after = (await Org.Data("GET", Query)).Json.GetProperty("records");

        Assert.That(before, Is.EqualTo(new[]
        {
            "Qualification", "Discovery", "Technical Deep-Dive", "POV", "Proposal", "Negotiation", "Closed Won", "Closed Lost",
        }));
        Assert.That(after.GetArrayLength(), Is.EqualTo(10));
        Assert.That(after[8].GetProperty("ForecastCategory").GetString(), Is.EqualTo("Closed"));
        Assert.That((await Org.Data("GET", "sobjects/Opportunity/describe")).Text, Does.Contain("\"Perception Analysis\""));
    }

    private async Task Patch(string id, string body)
    {
        var reply = await Org.Data("PATCH", $"sobjects/Opportunity/{id}", body);
        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.NoContent), reply.Text);
    }

    private async Task<(string?, string?, decimal, bool, bool)> Forecast(string id)
    {
        var row = (await Org.Data("GET", $"sobjects/Opportunity/{id}?fields=ForecastCategoryName,ForecastCategory,Probability,IsClosed,IsWon")).Json;
        return (row.GetProperty("ForecastCategoryName").GetString(), row.GetProperty("ForecastCategory").GetString(),
            row.GetProperty("Probability").GetDecimal(), row.GetProperty("IsClosed").GetBoolean(), row.GetProperty("IsWon").GetBoolean());
    }
}
