using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SalesRules.Salesforce.Connection;
using SalesRules.Salesforce.Connection.Usage;
using SalesRules.Salesforce.Reading;
using SalesRules.Salesforce.Reading.Describe;
using SalesRules.Salesforce.WriteBack;

namespace SalesRules.Salesforce.Tests;

/// <summary>The client as a host composes it, pointed at a test's server.</summary>
internal sealed class Client : IAsyncDisposable
{
    public const string Secret = "s3cret-of-the-app";

    private readonly ServiceProvider provider;
    private readonly CapturedLog log = new();

    public Client(Uri login, TimeProvider? time = null, params (string Key, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>
        {
            ["Salesforce:LoginUrl"] = login.GetLeftPart(UriPartial.Authority),
            ["Salesforce:ClientId"] = "sandbox",
            ["Salesforce:ClientSecret"] = Secret,
            ["Salesforce:RetryDelay"] = "00:00:00.001",
        };
        foreach (var (key, value) in settings)
            values[$"Salesforce:{key}"] = value;
        provider = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .AddSingleton(time ?? TimeProvider.System)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log))
            .AddSalesforce()
            .BuildServiceProvider(validateScopes: true);
    }

    public SalesforceConnection Connection => Get<SalesforceConnection>();

    public OpportunityReader Opportunities => Get<OpportunityReader>();

    public DescribeReader Describe => Get<DescribeReader>();

    public CollectionWriter Collections => Get<CollectionWriter>();

    public CallCounts Calls => Get<CallCounter>().Current;

    /// <summary>Everything that was logged, at any level.</summary>
    public string Log => string.Join('\n', log.Lines);

    public T Get<T>()
        where T : notnull => provider.GetRequiredService<T>();

    public ValueTask DisposeAsync() => provider.DisposeAsync();

    private sealed class CapturedLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue($"{eventId.Id} {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
