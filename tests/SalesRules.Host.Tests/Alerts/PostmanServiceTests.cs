using SalesRules.Host.Commands;
using SalesRules.Host.Configuration;
using SalesRules.Host.Health;
using SalesRules.Notifications.Tests.Receivers;

namespace SalesRules.Host.Tests.Alerts;

internal sealed class PostmanServiceTests
{
    [Test]
    public async Task A_worker_tells_what_it_finds_at_its_start_and_after_a_sync()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var desk = await AlertDesk.OpenAsync(
            ("Channels:ops:Kind", "Webhook"), ("Channels:ops:Url", receiver.Url + "/"), ("Channels:ops:Secret", "0123456789abcdef0123456789abcdef"), ("Recipients:sales-ops:Channels:0", "ops"));
        await desk.RaiseAsync(SampleAlerts.Drift("drift/1"));
        var first = Arrival(receiver);
        await using var workplace = await desk.WorkplaceAsync();
        await using var worker = await WorkerHost.StartAsync(
            workplace,
            new WorkerFacts(desk.Server.Address, IsSandbox: true, Writes: true, "policy.yaml", workplace.Policy.Hash, TimeProvider.System.GetUtcNow()),
            () => BusinessDate.Today(TimeProvider.System, workplace.Policy),
            TimeProvider.System,
            default);

        Assert.That(await first, Is.EqualTo("alert/drift/1/sales-ops"));
        var second = Arrival(receiver);
        await desk.RaiseAsync(SampleAlerts.Drift("drift/2"));
        await worker.Syncs.RunAsync("nightly-sync", default);
        Assert.That(await second, Is.EqualTo("alert/drift/2/sales-ops"));
    }

    private static async Task<string> Arrival(Receiver receiver)
    {
        var arrived = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        receiver.Answer = call =>
        {
            arrived.TrySetResult(call.Headers["Idempotency-Key"]);
            return Reply.Of(200);
        };
        return await arrived.Task.WaitAsync(TimeSpan.FromSeconds(45));
    }
}
