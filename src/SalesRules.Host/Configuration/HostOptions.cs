namespace SalesRules.Host.Configuration;

/// <summary>Where the journal lives, and how its leases run.</summary>
internal sealed class JournalOptions
{
    public const string Section = "Journal";

    /// <summary>"Data Source=FILE" is SQLite, a relative path starts at the current folder; "Host=SERVER;Database=NAME" is PostgreSQL.</summary>
    public string ConnectionString { get; set; } = "Data Source=salesrules.db";

    /// <summary>
    /// How long a run may be silent before another node may take over its org: 2 to 3600 seconds, 60 by default. A node that died is
    /// replaced after that; a run that was paused for longer is fenced off.
    /// </summary>
    public int LeaseSeconds { get; set; } = 60;
}

/// <summary>Where the policy lives.</summary>
internal sealed class PolicyOptions
{
    public const string Section = "Policy";

    /// <summary>The live policy. Null: policy.yaml beside the executable. A relative path starts at the current folder.</summary>
    public string? File { get; set; }

    /// <summary>
    /// A candidate that decides beside the live policy on every run and writes nothing; what it would decide otherwise is counted. Null,
    /// the default: none. A relative path starts at the current folder.
    /// </summary>
    public string? Shadow { get; set; }
}

/// <summary>Whether anything is written to a real org.</summary>
internal sealed class WritesOptions
{
    public const string Section = "Writes";

    /// <summary>False, the default: the worker plans and reports, nothing is written to a real org.</summary>
    public bool Enabled { get; set; }
}

/// <summary>What the service leaves to others.</summary>
internal sealed class LimitsOptions
{
    public const string Section = "Limits";

    /// <summary>
    /// The share of the org's daily API calls, in per cent from 0 to 100, that is left to people and other integrations: below it
    /// only corrections go out. 10 by default.
    /// </summary>
    public int ApiReserve { get; set; } = 10;
}

/// <summary>The sandbox org that stands in while no Salesforce is configured.</summary>
internal sealed class SandboxSettings
{
    public const string Section = "Sandbox";

    /// <summary>How many opportunities it is made with.</summary>
    public int Opportunities { get; set; } = 500;

    /// <summary>The same seed makes the same org.</summary>
    public int Seed { get; set; } = 7;
}

/// <summary>The worker's health page.</summary>
internal sealed class HealthOptions
{
    public const string Section = "Health";

    /// <summary>Loopback only, unless an operator decides otherwise: the page has no sign-in.</summary>
    public string Url { get; set; } = "http://127.0.0.1:5080";
}
