using System.Net;
using SalesRules.Sandbox.Faults;
using SalesRules.Sandbox.Faults.Replies;
using SalesRules.Sandbox.Tests.Wire;

namespace SalesRules.Sandbox.Tests.Faults;

public sealed class TimingTests : FaultTests
{
    [Test]
    public async Task The_nth_call_is_struck_and_neither_the_one_before_nor_the_one_after()
    {
        Assert.That(await Struck(new() { Nth = 3 }, 6), Is.EqualTo("..x..."));
    }

    [Test]
    public async Task Every_nth_call_is_struck()
    {
        Assert.That(await Struck(new() { Every = 2 }, 6), Is.EqualTo(".x.x.x"));
    }

    [Test]
    public async Task At_most_so_many_calls_are_struck()
    {
        Assert.That(await Struck(new() { Times = 2 }, 4), Is.EqualTo("xx.."));
        Assert.That(await Struck(new() { Every = 2, Times = 1 }, 4), Is.EqualTo(".x.."));
    }

    [Test]
    public async Task The_window_by_the_clock_includes_its_start_and_not_its_end()
    {
        var start = WireOrg.Start;
        Faults.Add(new ServerErrorFault { When = new() { From = start.AddMinutes(1), Until = start.AddMinutes(3) } });

        var states = new List<(FaultState, bool)>();
        for (var minute = 0; minute < 4; minute++, Org.Clock.Advance(TimeSpan.FromMinutes(1)))
            states.Add((Faults.List()[0].State, (await Org.Data("GET", "limits")).Status == HttpStatusCode.InternalServerError));

        Assert.That(states, Is.EqualTo(new[] { (FaultState.Waiting, false), (FaultState.Armed, true), (FaultState.Armed, true), (FaultState.Over, false) }));
    }

    [Test]
    public async Task The_window_may_be_told_from_when_the_fault_was_added()
    {
        Faults.Add(new ServerErrorFault { When = new() { After = TimeSpan.FromMinutes(1), For = TimeSpan.FromMinutes(2), Nth = 2 } });

        var states = new List<bool>();
        for (var minute = 0; minute < 4; minute++, Org.Clock.Advance(TimeSpan.FromMinutes(1)))
            states.Add((await Org.Data("GET", "limits")).Status == HttpStatusCode.InternalServerError);

        Assert.That(states, Is.EqualTo(new[] { false, false, true, false }), "calls before the window are no matches");
    }

    [Test]
    public async Task The_same_seed_strikes_the_same_calls_and_another_seed_others()
    {
        var timing = new FaultTiming { Probability = 0.5m };
        var first = await Struck(timing, 40, seed: 11);
        var again = await Struck(timing, 40, seed: 11);
        var other = await Struck(timing, 40, seed: 12);

        Assert.That(again, Is.EqualTo(first));
        Assert.That(other, Is.Not.EqualTo(first));
        Assert.That(first.Count(call => call == 'x'), Is.InRange(10, 30));
    }

    [Test]
    public async Task Another_fault_in_the_script_leaves_the_draws_of_the_first_as_they_were()
    {
        var alone = await Struck(new() { Probability = 0.5m }, 20);

        Faults.Add(new ServerErrorFault { Id = "x", When = new() { Probability = 0.5m } });
        Faults.Add(new DelayFault { Length = TimeSpan.FromTicks(1), When = new() { Probability = 0.5m } });
        var together = await Calls(20);

        Assert.That(together, Is.EqualTo(alone));
    }

    [Test]
    public async Task A_probability_of_nothing_never_strikes_and_of_one_always()
    {
        Assert.That(await Struck(new() { Probability = 0 }, 5), Is.EqualTo("....."));
        Assert.That(await Struck(new() { Probability = 1 }, 5), Is.EqualTo("xxxxx"));
    }

    [TestCase("GET", null, null, "x.")]
    [TestCase(null, "*/limits", null, "x.")]
    [TestCase(null, "/services/data/v64.0/query*", null, ".x")]
    [TestCase(null, null, FaultOperation.Query | FaultOperation.Limits, "xx")]
    [TestCase(null, null, FaultOperation.QueryMore, "..")]
    public async Task A_target_narrows_by_method_path_and_operation(string? method, string? path, FaultOperation? operation, string struck)
    {
        Faults.Add(new ServerErrorFault { Where = new() { Method = method, Path = path, Operation = operation ?? FaultOperation.Any } });

        var limits = await Org.Data("GET", "limits");
        var query = method is null ? await Query("SELECT Id FROM User") : await Org.Data("HEAD", "query?q=SELECT+Id+FROM+User");

        Assert.That(Mark(limits) + Mark(query), Is.EqualTo(struck));
    }

    [Test]
    public async Task A_target_narrows_by_object_and_id()
    {
        var ids = await Deals(2);
        Faults.Add(new ServerErrorFault { Id = "object", Where = new() { ObjectName = "user" } });
        Faults.Add(new ServerErrorFault { Id = "row", Where = new() { Ids = [ids[1]] } });

        Assert.That(Mark(await Query("SELECT Id, (SELECT Id FROM Opportunities) FROM Account WHERE OwnerId IN (SELECT Id FROM User)")), Is.EqualTo("."));
        Assert.That(Mark(await Query("SELECT Id FROM User")), Is.EqualTo("x"));
        Assert.That(Mark(await Update([ids[0]])), Is.EqualTo("."));
        Assert.That(Mark(await Update(ids)), Is.EqualTo("x"));
        Assert.That(Mark(await Org.Data("GET", $"sobjects/Opportunity/{ids[1][..15]}")), Is.EqualTo("x"));
        Assert.That(Faults.List().Select(report => report.Struck), Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public async Task A_delay_holds_the_call_until_the_clock_lets_it_go()
    {
        var clock = new ManualTimers(WireOrg.Start);
        await using var server = await SandboxServer.StartAsync(new SandboxOptions { Opportunities = 0 }, clock, CancellationToken.None);
        server.Faults.Add(new DelayFault { Length = TimeSpan.FromMinutes(2) });
        using var client = new HttpClient { BaseAddress = server.Address };

        var call = client.GetAsync(new Uri("services/data", UriKind.Relative));
        var length = await clock.NextTimer;

        Assert.That((length, call.IsCompleted), Is.EqualTo((TimeSpan.FromMinutes(2), false)));
        clock.Fire();
        using var reply = await call;
        Assert.That(reply.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task More_calls_at_once_than_allowed_are_refused_and_one_after_the_other_is_fine()
    {
        var clock = new ManualTimers(WireOrg.Start);
        await using var server = await SandboxServer.StartAsync(new SandboxOptions { Opportunities = 0 }, clock, CancellationToken.None);
        server.Faults.Add(new DelayFault { Length = TimeSpan.FromSeconds(30), When = new() { Nth = 1 } });
        server.Faults.Add(new ConcurrentLimitFault { Where = new() { Concurrency = 2 } });
        using var client = new HttpClient { BaseAddress = server.Address };
        var versions = new Uri("services/data", UriKind.Relative);

        var slow = client.GetAsync(versions);
        await clock.NextTimer;
        using var refused = await client.GetAsync(versions);
        clock.Fire();
        using var served = await slow;
        using var next = await client.GetAsync(versions);

        Assert.That(
            new[] { refused.StatusCode, served.StatusCode, next.StatusCode },
            Is.EqualTo(new[] { HttpStatusCode.Forbidden, HttpStatusCode.OK, HttpStatusCode.OK }));
    }

    private async Task<string> Struck(FaultTiming timing, int calls, int seed = 1)
    {
        Faults.StopAll();
        Faults.Add(new FaultScript { Seed = seed, Faults = [new ServerErrorFault { Id = "x", When = timing }] });
        var struck = await Calls(calls);
        Assert.That(Faults.StopAll()[0].Struck, Is.EqualTo(struck.Count(call => call == 'x')));
        Faults.Seed = 1;
        return struck;
    }

    private async Task<string> Calls(int calls)
    {
        var struck = "";
        for (var call = 0; call < calls; call++)
            struck += Mark(await Org.Data("GET", "limits"));
        return struck;
    }

    private static string Mark(WireReply reply) => reply.Status == HttpStatusCode.InternalServerError ? "x" : ".";
}
