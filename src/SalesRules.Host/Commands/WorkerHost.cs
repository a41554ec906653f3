using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SalesRules.Host.Configuration;
using SalesRules.Host.Health;
using SalesRules.Host.Schedules;
using SalesRules.Host.Schedules.Ledger;
using SalesRules.Host.Syncs;

namespace SalesRules.Host.Commands;

/// <summary>The worker's host: scheduler and health page around an open workplace, which it does not own.</summary>
internal sealed class WorkerHost : IAsyncDisposable
{
    private readonly WebApplication application;

    private WorkerHost(WebApplication application) => this.application = application;

    public SyncRunner Syncs => application.Services.GetRequiredService<SyncRunner>();

    /// <summary>Where the health page answers.</summary>
    public Uri Address => new(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>Cancelled when the worker is asked to stop.</summary>
    public CancellationToken Stopping => application.Lifetime.ApplicationStopping;

    /// <summary>Starts the page and the schedules.</summary>
    /// <exception cref="CommandException">The health page cannot listen where the settings want it.</exception>
    public static async Task<WorkerHost> StartAsync(Workplace workplace, WorkerFacts facts, Func<DateOnly> businessDay, TimeProvider time, CancellationToken cancellationToken)
    {
        var address = HealthAddress.Parse(workplace.Settings.Section<HealthOptions>(HealthOptions.Section).Url);
        var store = ScheduleStore.Beside(workplace.Settings.Section<JournalOptions>(JournalOptions.Section).ConnectionString);
        if (store is not null)
            await store.ProvideAsync(cancellationToken);
        var application = Build(workplace, facts, businessDay, store, time, address.ToString());
        try
        {
            application.MapHealthPage();
            await application.StartAsync(cancellationToken);
            return new WorkerHost(application);
        }
        catch (Exception problem)
        {
            await application.DisposeAsync();
            throw HealthAddress.Explain(problem, address) ?? problem;
        }
    }

    /// <summary>Returns when Ctrl-C or SIGTERM was heard and what was running has ended behind its batch.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => application.WaitForShutdownAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (!application.Lifetime.ApplicationStopped.IsCancellationRequested)
            await application.StopAsync();
        await application.DisposeAsync();
    }

    // An empty builder: neither the current folder's appsettings.json nor ASPNETCORE_ variables have a say.
    private static WebApplication Build(Workplace workplace, WorkerFacts facts, Func<DateOnly> businessDay, ScheduleStore? store, TimeProvider time, string url)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(WorkerHost).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
        });
        builder.WebHost.UseKestrelCore().UseUrls(url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(options => options.ShutdownTimeout = CommandLine.TimeToFinishABatch);

        // One log for both: a second one could not write to the same file.
        builder.Services.Replace(ServiceDescriptor.Singleton(workplace.Get<ILoggerFactory>()));
        builder.Services
            .AddSingleton(time)
            .AddSingleton(workplace)
            .AddSyncs(facts.Writes ? SyncMode.Write : SyncMode.Plan, businessDay)
            .AddSlotLedger(JournalSource.LeaseTerm(workplace.Settings))
            .AddSchedules(ScheduleBook.Read(workplace.Settings, workplace.Policy.TimeZone), store)
            .AddHealthPage(facts);
        return builder.Build();
    }
}
