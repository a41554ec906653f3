using System.Diagnostics.CodeAnalysis;
using SalesRules.Salesforce.Connection;
using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Connection.Usage;
using SalesRules.Salesforce.Tests.Stub;

namespace SalesRules.Salesforce.Tests;

/// <summary>A scripted server for each test, and clients for it.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
[Parallelizable(ParallelScope.All)]
[SuppressMessage("Structure", "NUnit1032:An IDisposable field/property should be Disposed in a TearDown method", Justification = "It is.")]
internal abstract class StubFixture
{
    /// <summary>A read of no particular meaning.</summary>
    protected static readonly SalesforceRequest Read = SalesforceRequest.Get("query?q=x", CallKind.Query, "Query of Opportunity");

    private readonly List<Client> clients = [];

    protected StubServer Stub { get; set; } = null!;

    [SetUp]
    public async Task StartStub() => Stub = await StubServer.StartAsync();

    [TearDown]
    public async Task StopAll()
    {
        foreach (var client in clients)
            await client.DisposeAsync();
        await Stub.DisposeAsync();
    }

    protected Client Client(params (string Key, string Value)[] settings) => Client(TimeProvider.System, settings);

    protected Client Client(TimeProvider time, params (string Key, string Value)[] settings)
    {
        var client = new Client(Stub.Url, time, settings);
        clients.Add(client);
        return client;
    }

    /// <summary>The failure of a call that must fail.</summary>
    protected static async Task<SalesforceException> FailureAsync(Func<Task> call) =>
        (await Assert.ThrowsAsync<SalesforceException>(() => call()))!;
}
