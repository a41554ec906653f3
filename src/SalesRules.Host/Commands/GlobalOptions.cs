using System.CommandLine;

namespace SalesRules.Host.Commands;

/// <summary>The options that every command takes.</summary>
internal static class GlobalOptions
{
    public static Option<FileInfo?> Config { get; } = new("--config")
    {
        Description = "Settings file beside the built-in appsettings.json; environment variables SALESRULES__... go before both.",
        Recursive = true,
        HelpName = "FILE",
    };

    public static Option<FileInfo?> Policy { get; } = new("--policy")
    {
        Description = "Policy file. Default: the setting Policy:File, else policy.yaml beside the executable.",
        Recursive = true,
        HelpName = "FILE",
    };

    public static Option<DateOnly?> AsOf { get; } = new("--as-of")
    {
        Description = "Business date, such as 2026-03-02. Default: today in the policy's time zone.",
        Recursive = true,
        HelpName = "DATE",
        CustomParser = argument => OptionWords.Day(argument, "--as-of"),
    };

    public static Option<bool> Json { get; } = new("--json")
    {
        Description = "Print JSON instead of text.",
        Recursive = true,
    };

    public static void AddTo(RootCommand root)
    {
        root.Options.Add(Config);
        root.Options.Add(Policy);
        root.Options.Add(AsOf);
        root.Options.Add(Json);
    }
}
