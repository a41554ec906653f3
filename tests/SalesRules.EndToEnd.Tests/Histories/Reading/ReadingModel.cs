using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using SalesRules.Host.Runs;
using SalesRules.Journal;
using SalesRules.Journal.Runs;
using SalesRules.Journal.Watermarks;
using SalesRules.Journal.Writes;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Salesforce;
using SalesRules.Salesforce.Connection;
using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Schemas;

namespace SalesRules.EndToEnd.Tests.Histories.Reading;

/// <summary>
/// What of a run decides whether a deal is skipped: the real window, overlap, keyset, scope, count and certificate. The watermark and
/// what was decided are variables, so that thousands of histories cost seconds.
/// </summary>
internal sealed class ReadingModel : IAsyncDisposable
{
    private static readonly Policy Policy = PolicyFile.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "policy.yaml")), "policy.yaml").Policy!;

    private static readonly DateTimeOffset Start = new(2026, 3, 2, 16, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider services;
    private readonly SnapshotReader snapshots;
    private readonly OrgSession session;
    private readonly Dictionary<string, DateTimeOffset> decided = new(StringComparer.Ordinal);
    private Watermark? watermark;

    private ReadingModel(HistoryClock clock, LeanOrg org, ServiceProvider services, OrgSession session)
    {
        (Clock, Org, this.services, this.session) = (clock, org, services, session);
        snapshots = ActivatorUtilities.CreateInstance<SnapshotReader>(services);
    }

    public HistoryClock Clock { get; }

    public LeanOrg Org { get; }

    public static async Task<ReadingModel> OpenAsync(int rowsPerQuery)
    {
        var clock = new HistoryClock(Start);
        var org = new LeanOrg(clock);
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Salesforce:LoginUrl"] = "http://127.0.0.1",
            ["Salesforce:ClientId"] = "lean",
            ["Salesforce:ClientSecret"] = "lean",
            ["Salesforce:RowsPerQuery"] = $"{rowsPerQuery}",
        });
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(settings.Build())
            .AddSingleton<TimeProvider>(clock)
            .AddLogging()
            .AddSalesforce()
            .ConfigureHttpClientDefaults(http => http.AddHttpMessageHandler(() => org))
            .AddSingleton(await RunJournal.OpenAsync("Data Source=:memory:", clock))
            .BuildServiceProvider();
        var identity = await services.GetRequiredService<SalesforceConnection>().IdentityAsync(default);
        return new ReadingModel(clock, org, services, new OrgSession(identity, ["Id", "SystemModstamp", "IsClosed"], new RuleBook(Policy), SchemaDrift.None));
    }

    /// <summary>Another history begins.</summary>
    public void Begin()
    {
        Clock.JumpTo(Start);
        Org.Clear();
        decided.Clear();
        watermark = null;
    }

    /// <summary>Open deals whose latest version nobody has decided.</summary>
    public IEnumerable<string> Skipped() =>
        from deal in Org.Deals.Values
        where !deal.Latest.IsClosed && !(decided.TryGetValue(deal.Id, out var version) && version >= deal.Latest.Stamp)
        select $"{deal.Id} of {deal.Latest.Stamp:s}";

    /// <summary>Reads and decides as a run does: the watermark moves only where the certificate adds up.</summary>
    /// <returns>Null: the org refused a query.</returns>
    public async Task<CompletenessCertificate?> RunAsync(bool reconcile = false)
    {
        try
        {
            return await ReadAsync(reconcile);
        }
        catch (SalesforceException)
        {
            return null;
        }
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private async Task<CompletenessCertificate> ReadAsync(bool reconcile)
    {
        var request = new RunRequest { AsOf = DateOnly.FromDateTime(Clock.GetUtcNow().UtcDateTime), Kind = RunKind.Run, Reconcile = reconcile };
        var scope = await snapshots.ScopeAsync(session, request, watermark, Policy.Hash, default);
        var (read, settled) = (0, 0);
        await foreach (var page in snapshots.ReadAsync(session, scope, default))
        {
            read += page.Opportunities.Count;
            settled += page.Opportunities.Count(scope.IsSettled);
            foreach (var opportunity in page.Opportunities)
                decided[opportunity.Id.Value] = opportunity.SystemModstamp!.Value;
        }

        var expected = await snapshots.ExpectedAsync(scope, default);
        var certificate = new CompletenessCertificate(expected, settled, read, 0, read, 0, 0, new WriteCounts(new Dictionary<WriteState, int>(), 0), 0, IsStopped: false);
        if (certificate.AddsUp)
            watermark = new Watermark(scope.Watermark!.Value, null, Policy.Hash, request.AsOf);
        return certificate;
    }
}
