using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SalesRules.Salesforce.Connection;
using SalesRules.Salesforce.Connection.SignIn;
using SalesRules.Salesforce.Connection.Usage;
using SalesRules.Salesforce.Reading;
using SalesRules.Salesforce.Reading.Describe;
using SalesRules.Salesforce.WriteBack;

namespace SalesRules.Salesforce;

/// <summary>Registers the way to Salesforce.</summary>
public static class ServiceCollectionExtensions
{
    /// <summary>Everything of this project, configured by the section <c>Salesforce</c>. A <see cref="TimeProvider"/> must be registered.</summary>
    public static IServiceCollection AddSalesforce(this IServiceCollection services) => services
        .AddValidatedOptions()
        .AddUsage()
        .AddHttp()
        .AddSignInAndConnection()
        .AddReading()
        .AddWriteBack();

    private static IServiceCollection AddValidatedOptions(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SalesforceOptions>, SalesforceOptionsValidator>());
        services.AddOptions<SalesforceOptions>()
            .BindConfiguration(SalesforceOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true)
            .ValidateOnStart();
        return services;
    }

    private static IServiceCollection AddUsage(this IServiceCollection services) => services
        .AddSingleton<ServerClock>()
        .AddSingleton<CallCounter>()
        .AddSingleton<ApiUsageMonitor>();

    private static IServiceCollection AddHttp(this IServiceCollection services)
    {
        services.AddHttpClient(HttpExchange.ClientName)
            // The timeouts are those of the pipeline; its messages replace those that would log whole addresses, queries included.
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AutomaticDecompression = DecompressionMethods.GZip,
                // A token must not follow a redirect to another host.
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = TimeSpan.FromSeconds(30),
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            })
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers();
        return services.AddSingleton<HttpExchange>().AddTransient<ResilientExchange>();
    }

    private static IServiceCollection AddSignInAndConnection(this IServiceCollection services) => services
        .AddSingleton<TokenEndpoint>()
        .AddSingleton(provider => new SalesforceConnection(
            provider.GetRequiredService<ResilientExchange>(),
            provider.GetRequiredService<TokenEndpoint>(),
            provider.GetRequiredService<IOptions<SalesforceOptions>>(),
            provider.GetRequiredService<ILogger<SalesforceConnection>>()));

    private static IServiceCollection AddReading(this IServiceCollection services) => services
        .AddSingleton<QueryReader>()
        .AddSingleton<KeysetReader>()
        .AddTransient(provider => new DescribeReader(provider.GetRequiredService<SalesforceConnection>()))
        .AddSingleton(provider => new UserReader(provider.GetRequiredService<KeysetReader>()))
        .AddSingleton(provider => new TaskReader(provider.GetRequiredService<KeysetReader>()))
        .AddSingleton(provider => new ScoreRowReader(provider.GetRequiredService<KeysetReader>()))
        .AddSingleton(provider => new LeadReader(provider.GetRequiredService<KeysetReader>()))
        .AddSingleton(provider => new OpenPipelineReader(provider.GetRequiredService<QueryReader>()))
        .AddSingleton(provider => new DeletionReader(
            provider.GetRequiredService<SalesforceConnection>(),
            provider.GetRequiredService<ServerClock>(),
            provider.GetRequiredService<IOptions<SalesforceOptions>>()))
        .AddSingleton(provider => new OpportunityHistoryReader(provider.GetRequiredService<KeysetReader>()))
        .AddSingleton(provider => new RelatedReader(provider.GetRequiredService<KeysetReader>()))
        .AddSingleton(provider => new OpportunityReader(
            provider.GetRequiredService<SalesforceConnection>(),
            provider.GetRequiredService<QueryReader>(),
            provider.GetRequiredService<KeysetReader>(),
            provider.GetRequiredService<ServerClock>(),
            provider.GetRequiredService<IOptions<SalesforceOptions>>()));

    private static IServiceCollection AddWriteBack(this IServiceCollection services) => services
        .AddSingleton<LockRetry>()
        .AddSingleton(provider => new ConditionalWriter(provider.GetRequiredService<SalesforceConnection>()))
        .AddSingleton(provider => new CollectionWriter(
            provider.GetRequiredService<SalesforceConnection>(),
            provider.GetRequiredService<LockRetry>(),
            provider.GetRequiredService<ILogger<CollectionWriter>>()));
}
