using SalesRules.Sandbox.Tests.Wire;

namespace SalesRules.Sandbox.Tests.Saving;

public sealed class OpportunityHistoryTests : WireTests
{
    [Test]
    public async Task Each_change_of_the_forecast_leaves_a_row_with_the_state_after_it()
    {
        var id = await Org.InsertDeal("\"Amount\":100");
        await Patch(id, """{"StageName":"POV","Amount":200}""");
        await Patch(id, """{"CloseDate":"2026-07-15"}""");
        await Patch(id, """{"NextStep":"no history"}""");

        var rows = await Rows("SELECT StageName, Amount, ExpectedRevenue, Probability, ForecastCategory, CloseDate, PrevAmount, PrevCloseDate FROM OpportunityHistory ORDER BY Id");

        Assert.That(rows, Is.EqualTo(new[]
        {
            """["Discovery",100.0,20.0,20.0,"Pipeline","2026-06-30",null,null]""",
            """["POV",200.0,120.0,60.0,"BestCase","2026-06-30",100.0,"2026-06-30"]""",
            """["POV",200.0,120.0,60.0,"BestCase","2026-07-15",200.0,"2026-06-30"]""",
        }));
    }

    [Test]
    public async Task The_deal_points_at_its_last_changes_of_amount_and_date()
    {
        var id = await Org.InsertDeal("\"Amount\":100");
        await Patch(id, """{"Amount":200}""");
        await Patch(id, """{"CloseDate":"2026-07-15"}""");

        var ids = (await Org.Data("GET", "query?q=SELECT+Id+FROM+OpportunityHistory+ORDER+BY+Id")).Json.GetProperty("records")
            .EnumerateArray().Select(row => row.GetProperty("Id").GetRawText()).ToList();
        Assert.That(await Org.Field("Opportunity", id, "LastAmountChangedHistoryId"), Is.EqualTo(ids[1]));
        Assert.That(await Org.Field("Opportunity", id, "LastCloseDateChangedHistoryId"), Is.EqualTo(ids[2]));
    }

    [Test]
    public async Task Tracked_fields_leave_old_and_new_values_and_lookups_both_name_and_id()
    {
        var user = await Org.Insert("User", """{"Username":"rep@sandbox.example","FirstName":"Rita","LastName":"Rep","Email":"rep@sandbox.example"}""");
        var id = await Org.InsertDeal("\"Amount\":100");
        await Patch(id, $$"""{"Amount":200,"NextStep":"Call","OwnerId":"{{user}}","Description":"untracked"}""");

        var rows = await Rows("SELECT Field, DataType, OldValue, NewValue FROM OpportunityFieldHistory ORDER BY Id");

        Assert.That(rows, Is.EqualTo(new[]
        {
            """["created","Text",null,null]""",
            """["Amount","Currency",100.0,200.0]""",
            """["OwnerId","Text","Sandbox Admin","Rita Rep"]""",
            $$"""["OwnerId","EntityId","{{Org.Org.AdminUserId}}","{{user}}"]""",
            """["NextStep","Text",null,"Call"]""",
        }));
    }

    [Test]
    public async Task A_rolled_back_save_leaves_no_history()
    {
        var id = await Org.InsertDeal();
        await Org.Data("PATCH", "composite/sobjects",
            $$"""{"allOrNone":true,"records":[{"attributes":{"type":"Opportunity"},"id":"{{id}}","Amount":5},{"attributes":{"type":"Opportunity"},"id":"006Sb0000009999","Amount":5}]}""");

        Assert.That(Org.Org.Read(store => (store["OpportunityHistory"].Count, store["OpportunityFieldHistory"].Count)), Is.EqualTo((1, 1)));
        Assert.That(await Org.Field("Opportunity", id, "Amount"), Is.EqualTo("null"));
    }

    private async Task Patch(string id, string body) => await Org.Data("PATCH", $"sobjects/Opportunity/{id}", body);

    private async Task<List<string>> Rows(string soql)
    {
        var records = (await Org.Data("GET", "query?q=" + Uri.EscapeDataString(soql))).Json.GetProperty("records");
        return [.. records.EnumerateArray().Select(row => $"[{string.Join(',', row.EnumerateObject().Skip(1).Select(member => member.Value.GetRawText()))}]")];
    }
}
