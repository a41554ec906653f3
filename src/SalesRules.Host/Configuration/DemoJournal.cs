namespace SalesRules.Host.Configuration;

/// <summary>A demo leaves nothing behind: its journal lives in memory, whatever the settings say.</summary>
internal static class DemoJournal
{
    public static IConfigurationRoot InMemory(IConfiguration settings) => new ConfigurationBuilder()
        .AddConfiguration(settings)
        .AddInMemoryCollection(new Dictionary<string, string?> { [$"{JournalOptions.Section}:ConnectionString"] = "Data Source=:memory:" })
        .Build();
}
