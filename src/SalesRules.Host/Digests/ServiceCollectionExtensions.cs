namespace SalesRules.Host.Digests;

/// <summary>Registers how digests are put together and sent.</summary>
internal static class ServiceCollectionExtensions
{
    public static IServiceCollection AddDigests(this IServiceCollection services) => services
        .AddTransient<DigestRun>()
        .AddTransient<DigestSending>();
}
