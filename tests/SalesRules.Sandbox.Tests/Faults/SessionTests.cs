using System.Net;
using SalesRules.Sandbox.Faults;
using SalesRules.Sandbox.Faults.Conditions;

namespace SalesRules.Sandbox.Tests.Faults;

public sealed class SessionTests : FaultTests
{
    [Test]
    public async Task A_session_ends_at_a_page_of_a_query_and_lives_again_after_a_new_sign_in()
    {
        await Deals(200);
        await Deals(200);
        await Deals(1);
        Faults.Add(new SessionExpiredFault { Where = new() { Page = 3 } });
        var first = await Org.Data("GET", "query?q=SELECT+Id+FROM+Opportunity", null, ("Sforce-Query-Options", "batchSize=200"));
        var second = await Page(first.Json.GetProperty("nextRecordsUrl").GetString()!);
        var third = second.Json.GetProperty("nextRecordsUrl").GetString()!;

        AssertError(await Page(third), 401, "INVALID_SESSION_ID", "Session expired or invalid");
        Assert.That((await Page(third)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Org.Token = Org.Server.Sessions.Start(Org.Org.AdminUserId);
        Assert.That((await Page(third)).Json.GetProperty("records").GetArrayLength(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_session_may_end_behind_a_save_that_stands()
    {
        var id = await Org.InsertDeal();
        Faults.Add(new SessionExpiredFault { Moment = FaultMoment.After });

        Assert.That((await Patch(id)).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await Patch(id)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_session_ends_in_the_middle_of_several_batches()
    {
        var ids = await Deals(3);
        Faults.Add(new SessionExpiredFault { Where = new() { Operation = FaultOperation.Update }, When = new() { Nth = 2 } });

        Assert.That((await Update([ids[0]])).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await Update([ids[1]])).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Org.Token = Org.Server.Sessions.Start(Org.Org.AdminUserId);
        Assert.That((await Update([ids[2]])).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await NextStep(ids[1]), Is.Null);
    }

    private Task<Wire.WireReply> Page(string url) => Org.Send("GET", url, (string?)null, ("Sforce-Query-Options", "batchSize=200"));
}
