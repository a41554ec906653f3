using System.Diagnostics.CodeAnalysis;
using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Reading;
using SalesRules.Sandbox;
using SalesRules.Snapshots;

namespace SalesRules.Salesforce.Tests.Sandbox;

/// <summary>A sandbox org for each test, with a clock of its own and records that the test puts in.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
[SuppressMessage("Structure", "NUnit1032:An IDisposable field/property should be Disposed in a TearDown method", Justification = "It is.")]
internal abstract class SandboxFixture
{
    protected static readonly ReadWindow Everything = new(null, null, default);

    private readonly List<Client> clients = [];
    private readonly List<SandboxServer> servers = [];

    protected FakeClock Clock { get; } = new();

    [TearDown]
    public async Task StopAll()
    {
        foreach (var client in clients)
            await client.DisposeAsync();
        foreach (var server in servers)
            await server.DisposeAsync();
    }

    protected async Task<SandboxServer> StartAsync(SandboxBehaviors? behaviors = null, string? jwtPublicKeyFile = null)
    {
        var options = new SandboxOptions
        {
            Opportunities = 0,
            Behaviors = behaviors ?? new(),
            ClientSecret = Tests.Client.Secret,
            JwtPublicKeyFile = jwtPublicKeyFile,
        };
        var server = await SandboxServer.StartAsync(options, Clock, default);
        servers.Add(server);
        return server;
    }

    protected Client Client(SandboxServer server, params (string Key, string Value)[] settings)
    {
        var client = new Client(server.Address, Clock, settings);
        clients.Add(client);
        return client;
    }

    /// <summary>Puts opportunities into the org and gives their ids.</summary>
    /// <param name="server">The org.</param>
    /// <param name="count">How many.</param>
    /// <param name="stamp">SystemModstamp by number, from 0.</param>
    protected static List<SalesforceId> Load(SandboxServer server, int count, Func<int, DateTimeOffset> stamp) => server.Org.Write(transaction =>
        Enumerable.Range(0, count).Select(i => SalesforceId.Parse(transaction.Load("Opportunity", new Dictionary<string, object?>
        {
            ["Name"] = FormattableString.Invariant($"Deal {i}"),
            ["StageName"] = "Discovery",
            ["CloseDate"] = new DateOnly(2026, 6, 30),
            ["Amount"] = 125_000m,
            ["SystemModstamp"] = stamp(i),
        }))).ToList());

    /// <summary>Ten opportunities that changed an hour ago.</summary>
    protected List<SalesforceId> LoadTen(SandboxServer server) => Load(server, 10, _ => Clock.GetUtcNow().AddHours(-1));

    protected static async Task<SalesforceException> FailureAsync(Func<Task> call) =>
        (await Assert.ThrowsAsync<SalesforceException>(() => call()))!;

    protected static SalesforceId IdOf(System.Text.Json.JsonElement record) => SalesforceId.Parse(record.GetProperty("Id").GetString()!);
}
