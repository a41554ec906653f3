using System.Net;
using SalesRules.Sandbox.Faults;
using SalesRules.Sandbox.Faults.Changes;
using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox.Tests.Faults;

public sealed class ChangeTests : FaultTests
{
    private static readonly FaultTarget Retrieval = new() { Operation = FaultOperation.Retrieve };

    [TestCase(FaultMoment.Before, "Edited")]
    [TestCase(FaultMoment.After, null)]
    public async Task Somebody_edits_before_or_after_our_read_and_in_any_case_before_our_write(FaultMoment moment, string? read)
    {
        var id = await Org.InsertDeal();
        Org.Clock.Advance(TimeSpan.FromMinutes(1));
        Faults.Add(new EditFault { Rows = new() { Ids = [id] }, Values = Value("NextStep", "Edited"), Moment = moment, Where = Retrieval });

        var retrieved = await Retrieve(id);

        Assert.That(retrieved.Json[0].GetProperty("NextStep").GetString(), Is.EqualTo(read));
        Assert.That(await NextStep(id), Is.EqualTo("Edited"));
        Assert.That((await Retrieve(id)).Json[0].GetProperty("NextStep").GetString(), Is.EqualTo("Edited"));
        Assert.That(Faults.List()[0], Has.Property("Struck").EqualTo(1).And.Property("State").EqualTo(FaultState.Spent));
        Assert.That(Faults.Strikes[0].Effect, Is.EqualTo(new[] { $"edited Opportunity {id}" }));
    }

    [Test]
    public async Task Whoever_edits_is_another_user_of_the_org()
    {
        var colleague = Org.Org.Write(save => save.Load("User", new Dictionary<string, object?> { ["Username"] = "kim@sandbox.example", ["LastName"] = "Kim" }));
        var id = await Org.InsertDeal();
        Faults.Add(new EditFault { Values = Value("NextStep", "Edited") });

        await Retrieve(id);

        Assert.That(await Org.Field("Opportunity", id, "LastModifiedById"), Is.EqualTo($"\"{colleague}\""));
    }

    [Test]
    public async Task The_rows_that_the_call_names_can_be_the_ones_edited()
    {
        var ids = await Deals(5);
        Faults.Add(new EditFault { Rows = new() { Among = RowPool.Call, Count = 5 }, Values = Value("Description", "theirs"), Moment = FaultMoment.After });

        await Update(ids[1..3]);

        Assert.That(Faults.Strikes[0].Effect, Is.EquivalentTo(ids[1..3].Select(id => $"edited Opportunity {id}")));
    }

    [Test]
    public async Task Of_a_list_of_values_each_row_gets_one()
    {
        var ids = await Deals(30);
        Faults.Add(new EditFault { Rows = new() { Count = 30 }, Values = Value("NextStep", new List<object?> { "A", "B" }) });

        await Org.Data("GET", "limits");

        var steps = await Task.WhenAll(ids.Select(NextStep));
        Assert.That(steps.Distinct(), Is.EquivalentTo(new[] { "A", "B" }));
    }

    [Test]
    public async Task An_edit_that_the_org_refuses_says_so_in_its_strike()
    {
        var id = await Org.InsertDeal();
        Faults.Add(new EditFault { Values = Value("Probability", 400m) });

        await Org.Data("GET", "limits");

        Assert.That(Faults.Strikes[0].Effect[0], Does.StartWith($"edited Opportunity {id}: refused, NUMBER_OUTSIDE_VALID_RANGE"));
    }

    [Test]
    public async Task A_deal_is_deleted_between_two_calls_and_taken_out_of_the_bin_again()
    {
        var id = await Org.InsertDeal();
        Faults.Add(new DeleteFault { Moment = FaultMoment.After, Where = Retrieval });

        Assert.That((await Retrieve(id)).Json[0].GetProperty("Id").GetString(), Is.EqualTo(id));
        var gone = await Patch(id);
        Assert.That((gone.Status, Code(gone)), Is.EqualTo((HttpStatusCode.NotFound, "ENTITY_IS_DELETED")));
        Assert.That(RowCodes(await Update([id])), Is.EqualTo(new[] { "ENTITY_IS_DELETED" }));

        Faults.Add(new UndeleteFault());
        Assert.That((await Patch(id)).Status, Is.EqualTo(HttpStatusCode.NoContent));
    }

    [Test]
    public async Task What_went_to_the_bin_together_comes_back_together()
    {
        var account = await Org.Insert("Account", """{"Name":"Acme"}""");
        var early = await Org.InsertDeal($"\"AccountId\":\"{account}\"");
        var late = await Org.InsertDeal($"\"AccountId\":\"{account}\"");
        await Org.Data("DELETE", $"sobjects/Opportunity/{early}");
        Org.Clock.Advance(TimeSpan.FromMinutes(1));
        await Org.Data("DELETE", $"sobjects/Account/{account}");
        Faults.Add(new UndeleteFault { Rows = new() { ObjectName = "Account", Among = RowPool.All } });

        await Org.Data("GET", "limits");

        Assert.That((await Org.Data("GET", $"sobjects/Opportunity/{late}")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(Code(await Org.Data("GET", $"sobjects/Opportunity/{early}")), Is.EqualTo("ENTITY_IS_DELETED"));
    }

    [Test]
    public async Task Merged_accounts_leave_their_deals_to_the_master()
    {
        var master = await Org.Insert("Account", """{"Name":"Master"}""");
        var loser = await Org.Insert("Account", """{"Name":"Loser"}""");
        var deal = await Org.InsertDeal($"\"AccountId\":\"{loser}\"");
        Org.Clock.Advance(TimeSpan.FromMinutes(1));
        Faults.Add(new MergeFault { Master = master, Losers = [loser] });

        await Org.Data("GET", "limits");

        Assert.That(await Org.Field("Opportunity", deal, "AccountId"), Is.EqualTo($"\"{master}\""));
        Assert.That(await Org.Field("Opportunity", deal, "SystemModstamp"), Does.Contain("09:31:00"));
        Assert.That(Code(await Org.Data("GET", $"sobjects/Account/{loser}")), Is.EqualTo("ENTITY_IS_DELETED"));
        var binned = await Org.Data("GET", $"queryAll?q=SELECT+MasterRecordId+FROM+Account+WHERE+IsDeleted=true");
        Assert.That(binned.Json.GetProperty("records")[0].GetProperty("MasterRecordId").GetString(), Is.EqualTo(master));
    }

    [Test]
    public async Task A_merge_picks_accounts_with_something_to_move()
    {
        for (var number = 0; number < 5; number++)
            await Org.Insert("Account", $$"""{"Name":"Empty {{number}}"}""");
        var account = await Org.Insert("Account", """{"Name":"Full"}""");
        await Org.InsertDeal($"\"AccountId\":\"{account}\"");
        Faults.Add(new MergeFault());

        await Org.Data("GET", "limits");

        Assert.That(Faults.Strikes[0].Effect[0], Does.Match($"merged Account .* into Account {account}"));
    }

    [Test]
    public async Task A_hidden_field_looks_deleted_until_the_fault_is_stopped()
    {
        var id = await Org.InsertDeal();
        Faults.Add(new FieldAccessFault { Field = "NextStep", When = new() { Nth = 2 } });

        Assert.That((await Query("SELECT NextStep FROM Opportunity")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(Code(await Query("SELECT NextStep FROM Opportunity")), Is.EqualTo("INVALID_FIELD"));
        Assert.That(Code(await Patch(id)), Is.EqualTo("INVALID_FIELD"));
        Faults.StopAll();
        Assert.That((await Patch(id)).Status, Is.EqualTo(HttpStatusCode.NoContent));
    }

    [Test]
    public async Task A_field_that_may_only_be_read_is_refused_in_writes()
    {
        var id = await Org.InsertDeal();
        Faults.Add(new FieldAccessFault { Field = "NextStep", Access = FieldAccess.ReadOnly });

        Assert.That(Code(await Patch(id)), Is.EqualTo("INVALID_FIELD_FOR_INSERT_UPDATE"));
        Assert.That(await NextStep(id), Is.Null);
    }

    [Test]
    public async Task A_retired_value_is_refused_and_comes_back()
    {
        var id = await Org.InsertDeal();
        Faults.Add(new RetiredValueFault { Field = "ForecastCategoryName", Value = "Best Case" });

        Assert.That(Code(await Patch(id, """{"ForecastCategoryName":"Best Case"}""")), Is.EqualTo("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST"));
        Faults.StopAll();
        Assert.That((await Patch(id, """{"ForecastCategoryName":"Best Case"}""")).Status, Is.EqualTo(HttpStatusCode.NoContent));
    }

    [Test]
    public async Task A_retired_stage_is_inactive_in_the_stage_list_too()
    {
        Faults.Add(new RetiredValueFault { Field = "StageName", Value = "Discovery", When = new() { For = TimeSpan.FromMinutes(5) } });
        const string Stages = "SELECT IsActive FROM OpportunityStage WHERE ApiName = 'Discovery'";

        var retired = await Query(Stages);
        Org.Clock.Advance(TimeSpan.FromMinutes(5));
        var restored = await Query(Stages);

        Assert.That(retired.Json.GetProperty("records")[0].GetProperty("IsActive").GetBoolean(), Is.False);
        Assert.That(restored.Json.GetProperty("records")[0].GetProperty("IsActive").GetBoolean(), Is.True);
    }

    private static Dictionary<string, object?> Value(string field, object? value) => new() { [field] = value };

    private Task<Wire.WireReply> Retrieve(string id) =>
        Org.Data("POST", "composite/sobjects/Opportunity", $$"""{"ids":["{{id}}"],"fields":["Id","NextStep"]}""");
}
