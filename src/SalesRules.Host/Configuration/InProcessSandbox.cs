using SalesRules.Sandbox;

namespace SalesRules.Host.Configuration;

/// <summary>The sandbox org in this very process, on loopback, and settings that point at it.</summary>
internal static class InProcessSandbox
{
    public static async Task<SandboxServer> StartAsync(IConfiguration settings, TimeProvider time, CancellationToken cancellationToken)
    {
        var sandbox = settings.Section<SandboxSettings>(SandboxSettings.Section);
        return await SandboxServer.StartAsync(
            new SandboxOptions { Opportunities = sandbox.Opportunities, Seed = sandbox.Seed }, time, cancellationToken);
    }

    /// <summary>The settings with Salesforce being that server.</summary>
    public static IConfigurationRoot PointAt(IConfiguration settings, SandboxServer server) => new ConfigurationBuilder()
        .AddConfiguration(settings)
        .AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Salesforce:LoginUrl"] = server.Address.GetLeftPart(UriPartial.Authority),
            ["Salesforce:ClientId"] = new SandboxOptions().ClientId,
            ["Salesforce:ClientSecret"] = new SandboxOptions().ClientSecret,
        })
        .Build();
}
