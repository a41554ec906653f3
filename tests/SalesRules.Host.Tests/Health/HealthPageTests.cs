using System.Net;
using SalesRules.Host.Commands;
using SalesRules.Host.Configuration;
using SalesRules.Host.Health;
using SalesRules.Sandbox;
using SalesRules.Sandbox.Faults;
using SalesRules.Sandbox.Faults.Changes;

namespace SalesRules.Host.Tests.Health;

internal sealed class HealthPageTests
{
    private TemporaryFolder folder = null!;
    private SandboxServer org = null!;

    [SetUp]
    public async Task StartOrgAsync()
    {
        folder = new TemporaryFolder();
        org = await SandboxServer.StartAsync(new SandboxOptions { Opportunities = 20 }, TimeProvider.System, default);
    }

    [TearDown]
    public async Task CleanUpAsync()
    {
        await org.DisposeAsync();
        folder.Dispose();
    }

    [Test]
    public async Task It_shows_org_policy_schedules_and_runs_and_escapes_what_it_shows()
    {
        await using var workplace = await OpenAsync();
        await using var worker = await StartAsync(workplace, "/etc/<script>alert(1)</script>/policy.yaml");
        await worker.Syncs.RunAsync("a & b", default);
        using var client = new HttpClient { BaseAddress = worker.Address };
        using var reply = await client.GetAsync("/");
        var page = await reply.Content.ReadAsStringAsync();

        Assert.That(reply.Content.Headers.ContentType?.ToString(), Is.EqualTo("text/html; charset=utf-8"));
        Assert.That(page, Does.Contain("/etc/&lt;script&gt;alert(1)&lt;/script&gt;/policy.yaml").And.Contain("a &amp; b").And.Not.Contain("<script"));
        Assert.That(page, Does.Contain(org.Org.Id).And.Contain(workplace.Policy.Hash).And.Contain("nightly-sync").And.Contain("<td>Sync</td>"));
        Assert.That(reply.Headers.GetValues("Content-Security-Policy").Single(), Does.StartWith("default-src 'none'"));
    }

    [Test]
    public async Task Health_is_degraded_but_answers_200_after_a_failed_sync_and_healthy_again_after_a_good_one()
    {
        await using var workplace = await OpenAsync();
        await using var worker = await StartAsync(workplace, "policy.yaml");
        using var client = new HttpClient { BaseAddress = worker.Address };
        org.Faults.Add(new FieldAccessFault { Field = "MIQL_Outcome__c", Where = new() { Operation = FaultOperation.Query, ObjectName = "Opportunity" } });
        await worker.Syncs.RunAsync("nightly-sync", default);
        Assert.That(await ReadAsync(client), Is.EqualTo((HttpStatusCode.OK, "Degraded")));

        org.Faults.StopAll();
        await worker.Syncs.RunAsync("nightly-sync", default);
        Assert.That(await ReadAsync(client), Is.EqualTo((HttpStatusCode.OK, "Healthy")));
    }

    [Test]
    public async Task An_unknown_address_is_not_found()
    {
        await using var workplace = await OpenAsync();
        await using var worker = await StartAsync(workplace, "policy.yaml");
        using var client = new HttpClient { BaseAddress = worker.Address };

        Assert.That((await client.GetAsync("/elsewhere")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static async Task<(HttpStatusCode Status, string? Health)> ReadAsync(HttpClient client)
    {
        using var reply = await client.GetAsync("/health");
        using var json = System.Text.Json.JsonDocument.Parse(await reply.Content.ReadAsStringAsync());
        return (reply.StatusCode, json.RootElement.GetProperty("status").GetString());
    }

    private async Task<Workplace> OpenAsync()
    {
        var parse = CommandLine.Root(TimeProvider.System).Parse(["worker", "--config", SandboxSettingsFile.Write(folder, org)]);
        return await Workplace.OpenAsync(parse, Settings.Load(parse.GetValue(GlobalOptions.Config)), JournalUse.Write, TimeProvider.System, default);
    }

    private Task<WorkerHost> StartAsync(Workplace workplace, string policyPath) => WorkerHost.StartAsync(
        workplace,
        new WorkerFacts(org.Address, IsSandbox: true, Writes: true, policyPath, workplace.Policy.Hash, TimeProvider.System.GetUtcNow()),
        () => BusinessDate.Today(TimeProvider.System, workplace.Policy),
        TimeProvider.System,
        default);
}
