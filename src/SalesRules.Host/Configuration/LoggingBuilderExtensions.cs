using Serilog;
using Serilog.Events;

namespace SalesRules.Host.Configuration;

/// <summary>Registers the log.</summary>
internal static class LoggingBuilderExtensions
{
    /// <summary>Serilog as the section Serilog says; without one, warnings and worse as text on stderr. Stdout is for data.</summary>
    public static ILoggingBuilder AddSalesRulesLogging(this ILoggingBuilder logging, IConfiguration settings)
    {
        var logger = settings.GetSection("Serilog").Exists()
            ? new LoggerConfiguration().ReadFrom.Configuration(settings)
            : new LoggerConfiguration().MinimumLevel.Warning().WriteTo.Console(
                standardErrorFromLevel: LogEventLevel.Verbose,
                formatProvider: System.Globalization.CultureInfo.InvariantCulture,
                outputTemplate: "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}");
        logging.ClearProviders();
        return logging.AddSerilog(logger.CreateLogger(), dispose: true);
    }
}
