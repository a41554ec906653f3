namespace SalesRules.Sandbox.Tests.Wire;

/// <summary>Tests that talk to an org of their own over the wire.</summary>
public abstract class WireTests
{
    private protected WireOrg Org { get; private set; } = null!;

    /// <summary>What the org of each test is made of; without records unless a fixture says otherwise.</summary>
    protected virtual SandboxOptions Options => new() { Opportunities = 0, OrganizationId = "00DSb0000000001" };

    [SetUp]
    public async Task StartOrg() => Org = await WireOrg.StartAsync(Options);

    [TearDown]
    public async Task StopOrg() => await Org.DisposeAsync();
}
