using System.CommandLine;
using SalesRules.Host.Evaluation;
using SalesRules.Policies;

namespace SalesRules.Host.Commands;

/// <summary>How the person who made an input file writes dates, numbers and letters: options of every command that reads one.</summary>
internal static class InputOptions
{
    private static readonly Option<string> Dates = new Option<string>("--dates")
    {
        Description = "Local dates of a CSV: day first (dmy: 31.03.2026) or month first (mdy: 3/31/2026). Default: iso, which refuses them.",
        HelpName = "iso|dmy|mdy",
        DefaultValueFactory = _ => "iso",
    }.AcceptOnlyFromAmong("iso", "dmy", "mdy");

    private static readonly Option<string> Decimal = new Option<string>("--decimal")
    {
        Description = "Decimals of a CSV: point (1,234.56, the default) or comma (1.234,56).",
        HelpName = "point|comma",
        DefaultValueFactory = _ => "point",
    }.AcceptOnlyFromAmong("point", "comma");

    private static readonly Option<string?> Encoding = new Option<string?>("--encoding")
    {
        Description = "Encoding of the input. Default: its byte order mark's, else utf-8. A report exported as ISO-8859-1 is windows-1252.",
        HelpName = string.Join('|', InputEncodings.Names),
    }.AcceptOnlyFromAmong([.. InputEncodings.Names]);

    public static void AddTo(Command command)
    {
        command.Options.Add(Dates);
        command.Options.Add(Decimal);
        command.Options.Add(Encoding);
    }

    /// <summary>The choices of a command line; times of day without an offset are the policy's zone's.</summary>
    public static CsvOptions Of(ParseResult parse, Policy policy) => new()
    {
        Dates = Enum.Parse<DateOrder>(parse.GetValue(Dates)!, ignoreCase: true),
        Decimals = Enum.Parse<DecimalMark>(parse.GetValue(Decimal)!, ignoreCase: true),
        Encoding = parse.GetValue(Encoding) is { } name ? InputEncodings.Of(name) : null,
        Zone = policy.TimeZone,
    };
}
