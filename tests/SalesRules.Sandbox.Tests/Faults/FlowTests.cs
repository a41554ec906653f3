using System.Net;
using SalesRules.Sandbox.Faults.Rows;

namespace SalesRules.Sandbox.Tests.Faults;

public sealed class FlowTests : FaultTests
{
    [Test]
    public async Task A_flow_sets_a_field_back_and_the_reply_says_success()
    {
        var id = await Org.InsertDeal("\"NextStep\":\"Wait\"");
        Faults.Add(new FlowFault { SetBack = ["NextStep"], Where = new() { ObjectName = "Opportunity" } });

        var reply = await Update([id], """ "NextStep":"Call","Description":"ours" """);

        Assert.That(RowCodes(reply), Is.EqualTo(new string?[] { null }));
        Assert.That(await NextStep(id), Is.EqualTo("Wait"));
        Assert.That(await Org.Field("Opportunity", id, "Description"), Is.EqualTo("\"ours\""));
    }

    [Test]
    public async Task A_flow_gives_values_of_its_own_with_all_that_follows_from_them()
    {
        var id = await Org.InsertDeal();
        Faults.Add(new FlowFault { Values = new Dictionary<string, object?> { ["StageName"] = "Closed Lost" }, Where = new() { ObjectName = "Opportunity" }, When = new() { Times = 1 } });

        Assert.That((await Patch(id)).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(await Org.Field("Opportunity", id, "IsClosed"), Is.EqualTo("true"));
        Assert.That(await NextStep(id), Is.EqualTo("Call"));
    }

    [Test]
    public async Task A_flow_that_fails_takes_the_save_down_with_it()
    {
        var id = await Org.InsertDeal();
        Faults.Add(new FlowFault { Values = new Dictionary<string, object?> { ["Probability"] = 400m }, Where = new() { ObjectName = "Opportunity" } });

        var reply = await Patch(id);

        Assert.That((reply.Status, Code(reply)), Is.EqualTo((HttpStatusCode.BadRequest, "CANNOT_EXECUTE_FLOW_TRIGGER")));
        Assert.That(await NextStep(id), Is.Null);
    }
}
