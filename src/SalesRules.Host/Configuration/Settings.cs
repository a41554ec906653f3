using SalesRules.Host.Commands;

namespace SalesRules.Host.Configuration;

/// <summary>
/// The configuration of one process: appsettings.json beside the executable, then the file of --config, then environment
/// variables SALESRULES__Section__Key. An unknown key or a bad value stops the start with a sentence (design 3.3).
/// </summary>
internal static class Settings
{
    public const string EnvironmentPrefix = "SALESRULES__";

    /// <exception cref="CommandException">The file of --config cannot be read, or a key is unknown.</exception>
    public static IConfigurationRoot Load(FileInfo? further)
    {
        var builder = new ConfigurationBuilder().AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true);
        if (further is not null)
        {
            if (!further.Exists)
                throw CommandException.WrongInput($"--config {further}: there is no such file.");
            builder.AddJsonFile(further.FullName, optional: false);
        }

        try
        {
            var configuration = builder.AddEnvironmentVariables(EnvironmentPrefix).Build();
            SettingsKeys.Check(configuration);
            return configuration;
        }
        catch (Exception problem) when (problem is InvalidDataException or FormatException or IOException or UnauthorizedAccessException)
        {
            throw CommandException.WrongInput($"The settings cannot be read: {problem.Message}{(problem.InnerException is { } inner ? $" {inner.Message}" : "")}");
        }
    }

    /// <summary>A section as its options class, with defaults for what it leaves out.</summary>
    /// <exception cref="CommandException">A value has the wrong form.</exception>
    public static T Section<T>(this IConfiguration configuration, string section)
        where T : class, new()
    {
        try
        {
            return configuration.GetSection(section).Get<T>() ?? new T();
        }
        catch (InvalidOperationException problem)
        {
            throw CommandException.WrongInput($"A value in the section {section} of the settings has the wrong form: {problem.Message}");
        }
    }
}
