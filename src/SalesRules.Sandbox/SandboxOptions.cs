using SalesRules.Sandbox.Schema;

namespace SalesRules.Sandbox;

/// <summary>What a sandbox org is made of and how it answers.</summary>
public sealed record SandboxOptions
{
    /// <summary>The loopback port; 0 takes any that is free.</summary>
    public int Port { get; init; }

    /// <summary>How many opportunities to generate when no <see cref="DataFile"/> is loaded; 0 leaves the org empty.</summary>
    public int Opportunities { get; init; } = 500;

    /// <summary>How many leads to generate beside the opportunities.</summary>
    public int Leads { get; init; }

    /// <summary>The same seed generates the same records.</summary>
    public int Seed { get; init; } = 7;

    /// <summary>A CSV or JSON Lines file to load instead of generating; null generates.</summary>
    public string? DataFile { get; init; }

    /// <summary>How the columns of <see cref="DataFile"/> map to fields; null takes headers as field labels or API names.</summary>
    public string? MapFile { get; init; }

    /// <summary>The consumer key that the connected app has.</summary>
    public string ClientId { get; init; } = "sandbox";

    /// <summary>The consumer secret that the connected app has.</summary>
    public string ClientSecret { get; init; } = "sandbox";

    /// <summary>The user that signs in, and as whom client credentials run.</summary>
    public string Username { get; init; } = "admin@sandbox.example";

    public string Password { get; init; } = "sandbox";

    /// <summary>PEM file with the public key or certificate that verifies JWTs; null accepts any signature and says so at start.</summary>
    public string? JwtPublicKeyFile { get; init; }

    /// <summary>The newest API version that the org lists; any version is answered.</summary>
    public string ApiVersion { get; init; } = "67.0";

    /// <summary>The 15 or 18 characters of the org's id; null makes a new one each time, as a refreshed sandbox does.</summary>
    public string? OrganizationId { get; init; }

    /// <summary>The stage list that the org starts with.</summary>
    public IReadOnlyList<StageDefinition> Stages { get; init; } = StageLists.Policy;

    /// <summary>API calls that the org may serve in 24 hours.</summary>
    public int DailyApiRequests { get; init; } = 100_000;

    /// <summary>What is not known for sure about Salesforce, each to be answered both ways.</summary>
    public SandboxBehaviors Behaviors { get; init; } = new();
}
