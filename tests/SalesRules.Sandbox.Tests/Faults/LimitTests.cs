using System.Net;
using SalesRules.Sandbox.Faults.Conditions;

namespace SalesRules.Sandbox.Tests.Faults;

public sealed class LimitTests : FaultTests
{
    [Test]
    public async Task Others_use_up_the_day_and_headers_limits_and_refusals_agree()
    {
        Faults.Add(new DailyLimitFault { Left = 2 });

        var last = await Org.Data("GET", "limits");
        var daily = last.Json.GetProperty("DailyApiRequests");
        Assert.That(last.Header("Sforce-Limit-Info"), Is.EqualTo("api-usage=99999/100000"));
        Assert.That(daily.GetProperty("Remaining").GetInt32(), Is.EqualTo(1));
        Assert.That((await Org.Data("GET", "limits")).Status, Is.EqualTo(HttpStatusCode.OK));
        var refused = await Org.Data("GET", "limits");
        AssertError(refused, 403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
        Assert.That(refused.Header("Sforce-Limit-Info"), Is.EqualTo("api-usage=100000/100000"));
    }

    [Test]
    public async Task The_calls_come_back_when_the_fault_is_over()
    {
        Faults.Add(new DailyLimitFault { When = new() { For = TimeSpan.FromHours(1) } });
        Assert.That((await Org.Data("GET", "limits")).Status, Is.EqualTo(HttpStatusCode.Forbidden));

        Org.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        Assert.That((await Org.Data("GET", "limits")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Org.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That((await Org.Data("GET", "limits")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task The_calls_come_back_when_the_fault_is_stopped()
    {
        var id = Faults.Add(new DailyLimitFault());
        Assert.That((await Org.Data("GET", "limits")).Status, Is.EqualTo(HttpStatusCode.Forbidden));

        Faults.Stop(id);

        Assert.That((await Org.Data("GET", "limits")).Header("Sforce-Limit-Info"), Is.EqualTo("api-usage=1/100000"));
    }
}
