namespace SalesRules.Salesforce.Connection;

/// <summary>How to reach and sign in to one Salesforce org: the configuration section <c>Salesforce</c>.</summary>
public sealed class SalesforceOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Salesforce";

    /// <summary>Where to sign in: the org's My Domain, or login.salesforce.com / test.salesforce.com for the JWT flow.</summary>
    public string? LoginUrl { get; set; }

    /// <summary>The REST API version, such as <c>64.0</c>, which is the default.</summary>
    public string ApiVersion { get; set; } = "64.0";

    /// <summary>The connected app's consumer key.</summary>
    public string? ClientId { get; set; }

    /// <summary>The connected app's consumer secret: chooses the client-credentials flow.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>The user to act as: with <see cref="PrivateKeyFile"/> chooses the JWT bearer flow.</summary>
    public string? Username { get; set; }

    /// <summary>A PEM file with the RSA private key (PKCS#8 or PKCS#1, not encrypted) of the app's certificate.</summary>
    public string? PrivateKeyFile { get; set; }

    /// <summary>The audience of the JWT. Null, the default, is the host of <see cref="LoginUrl"/>.</summary>
    public string? Audience { get; set; }

    /// <summary>Allows http:// to a host that is not this machine. The default is false: secrets would travel in the clear.</summary>
    public bool AllowInsecureHttp { get; set; }

    /// <summary>Calls on the wire at one time. The default is 8; an org allows 25 that run for 20 seconds or longer.</summary>
    public int MaxConcurrentRequests { get; set; } = 8;

    /// <summary>Repeats of a call that failed in passing. The default is 4.</summary>
    public int MaxRetries { get; set; } = 4;

    /// <summary>The wait before the first repeat; it doubles from there, with jitter. The default is half a second.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest Retry-After that is waited for within a call. The default is one minute.</summary>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long one try may take. The default is 150 seconds: Salesforce itself ends a query after 120.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(150);

    /// <summary>How long a call may take with all its repeats. The default is 10 minutes.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long Salesforce is left alone after half of the recent calls failed. The default is 15 seconds.</summary>
    public TimeSpan BreakDuration { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// How far before the watermark a read of changes starts again. The default is 10 minutes: rows become visible when
    /// their transaction commits, with the stamp of when it began.
    /// </summary>
    public TimeSpan ReadOverlap { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How far behind the server's clock a read of changes ends. The default is zero: the overlap finds what came late.</summary>
    public TimeSpan ReadLag { get; set; } = TimeSpan.Zero;

    /// <summary>Rows asked for by one query of a long read; the next query continues after the last row. The default is 50,000.</summary>
    public int RowsPerQuery { get; set; } = 50_000;
}
