using System.CommandLine;
using System.Globalization;
using SalesRules.Host.Configuration;
using SalesRules.Host.Portfolio;
using SalesRules.Host.Runs;
using SalesRules.Portfolio;

namespace SalesRules.Host.Commands;

/// <summary><c>portfolio</c>: forecast, coverage, rates and movement of all deals, from the org or from a file. Writes nothing.</summary>
internal static class PortfolioCommand
{
    private static readonly Option<Slicing?> By = new("--by")
    {
        Description = "Compare owners, teams (the owners' managers) or segments.",
        HelpName = "owner|team|segment",
        CustomParser = argument => OptionWords.Word<Slicing>(argument, "--by"),
    };

    private static readonly Option<PortfolioFormat?> Format = new("--format")
    {
        Description = "text for people (default), json for programs, csv for spreadsheets.",
        HelpName = "text|json|csv",
        CustomParser = argument => OptionWords.Word<PortfolioFormat>(argument, "--format"),
    };

    private static readonly Option<string?> Input = new("--input", "-i")
    {
        Description = "Offline, from a file that `evaluate` reads: JSON Lines (with OpportunityHistories for what needs history) or CSV; - reads stdin.",
        HelpName = "FILE",
    };

    private static readonly Option<DateOnly?> Since = new("--since")
    {
        Description = "The day of the last review: movement is told from its beginning. Default: seven days before the business date.",
        HelpName = "DATE",
        CustomParser = argument => OptionWords.Day(argument, "--since"),
    };

    public static Command Create(TimeProvider time)
    {
        var command = new Command("portfolio", "Weighted forecast, coverage, conversion, aging, win rates, accuracy, movement and hygiene of all deals, with their counts; writes nothing.\n\nExample: salesrules portfolio --by owner --since 2026-03-02")
        {
            By,
            Format,
            Input,
            Since,
        };
        InputOptions.AddTo(command);
        command.SetAction((parse, cancellationToken) => RunAsync(parse, time, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, TimeProvider time, CancellationToken cancellationToken)
    {
        var format = FormatOf(parse);
        var reading = parse.GetValue(Input) is { } file
            ? await PortfolioFile.ReadAsync(parse, file, time, today => SinceOf(parse, today), parse.GetValue(By), cancellationToken)
            : await ReadOrgAsync(parse, time, cancellationToken);
        Print(reading.Report, format);
        foreach (var note in reading.Drift)
            await Console.Error.WriteLineAsync($"schema drift: {note}");
        foreach (var problem in reading.Problems)
            await Console.Error.WriteLineAsync($"  ! {problem}");
        return reading.Problems.Count + reading.Drift.Count(note => !note.IsWarning) == 0 ? ExitCode.Done : ExitCode.Partial;
    }

    private static async Task<PortfolioReading> ReadOrgAsync(ParseResult parse, TimeProvider time, CancellationToken cancellationToken)
    {
        var settings = Settings.Load(parse.GetValue(GlobalOptions.Config));
        SalesforceTarget.Require(settings);
        await using var workplace = await Workplace.OpenAsync(parse, settings, JournalUse.Read, time, cancellationToken);
        var today = parse.GetValue(GlobalOptions.AsOf) ?? BusinessDate.Today(time, workplace.Policy);
        using var progress = new RunProgress();
        return await workplace.Get<PortfolioRun>().ReadAsync(
            today, SinceOf(parse, today), parse.GetValue(By), read => progress.Report(read, "Adding up"), cancellationToken);
    }

    private static void Print(PortfolioReport report, PortfolioFormat format)
    {
        switch (format)
        {
            case PortfolioFormat.Json:
                Console.Out.WriteLine(JsonText.Of(writer => PortfolioJson.Write(writer, report)));
                break;
            case PortfolioFormat.Csv:
                PortfolioCsv.Write(report, Console.Out);
                break;
            default:
                PortfolioText.Print(report, Console.Out);
                break;
        }
    }

    private static PortfolioFormat FormatOf(ParseResult parse) => (parse.GetValue(Format), parse.GetValue(GlobalOptions.Json)) switch
    {
        (PortfolioFormat.Text or PortfolioFormat.Csv, true) => throw CommandException.WrongInput("--json and --format ask for two formats: leave one out."),
        (_, true) => PortfolioFormat.Json,
        (var format, _) => format ?? PortfolioFormat.Text,
    };

    private static DateOnly SinceOf(ParseResult parse, DateOnly today)
    {
        var since = parse.GetValue(Since) ?? PortfolioScope.UsualReview(today);
        return since <= today
            ? since
            : throw CommandException.WrongInput(string.Create(CultureInfo.InvariantCulture, $"--since {since:yyyy-MM-dd}: lies after the business date {today:yyyy-MM-dd}."));
    }
}
