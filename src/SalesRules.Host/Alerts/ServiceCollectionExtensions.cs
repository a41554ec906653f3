using SalesRules.Host.Feedback;

namespace SalesRules.Host.Alerts;

/// <summary>Registers how people are told.</summary>
internal static class ServiceCollectionExtensions
{
    /// <param name="feedback">Null: messages have no links to answer by.</param>
    public static IServiceCollection AddAlerts(this IServiceCollection services, FeedbackSettings? feedback) => services
        .AddSingleton(provider => FeedbackLinks.Of(feedback, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<Addressees>()
        .AddSingleton<AlertDispatch>()
        .AddSingleton<Postman>()
        .AddSingleton<AlertRound>();
}
