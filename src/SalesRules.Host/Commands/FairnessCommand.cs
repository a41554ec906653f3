using System.CommandLine;
using SalesRules.Host.Configuration;
using SalesRules.Host.Oversight;
using SalesRules.Oversight;
using SalesRules.Portfolio;

namespace SalesRules.Host.Commands;

/// <summary><c>fairness</c>: how often the rules corrected the deals of each owner or team. Needs the journal alone.</summary>
internal static class FairnessCommand
{
    private const int DaysShown = 90;

    private static readonly Option<Slicing?> By = new("--by")
    {
        Description = "Compare owners (default) or teams, which are the owners' managers.",
        HelpName = "owner|team",
        CustomParser = argument => OptionWords.Word(argument, "--by", Slicing.Owner, Slicing.Team),
    };

    private static readonly Option<DateOnly?> Since = new("--since")
    {
        Description = "The first day of the period. Default: 90 days before the business date.",
        HelpName = "DATE",
        CustomParser = argument => OptionWords.Day(argument, "--since"),
    };

    public static Command Create(TimeProvider time)
    {
        var command = new Command("fairness", "How often the rules corrected the deals of each owner or team, with counts and 95 % intervals, from the journal.\n\nExample: salesrules fairness --by team --since 2026-01-01") { By, Since };
        command.SetAction((parse, cancellationToken) => RunAsync(parse, time, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, TimeProvider time, CancellationToken cancellationToken)
    {
        var settings = Settings.Load(parse.GetValue(GlobalOptions.Config));
        var (policy, _) = PolicySource.Load(parse, settings);
        var since = parse.GetValue(Since) ?? (parse.GetValue(GlobalOptions.AsOf) ?? BusinessDate.Today(time, policy)).AddDays(-DaysShown);
        var by = parse.GetValue(By) ?? Slicing.Owner;
        var rates = new CorrectionRates(policy.StartOf(since), by);

        var (journal, _) = await JournalSource.OpenAsync(settings, JournalUse.Read, time, cancellationToken);
        await using var opened = journal;
        var deals = new DecidedDeals(journal);
        await foreach (var versions in deals.ReadAsync(await deals.OrgAsync(cancellationToken), cancellationToken))
            rates.Add(versions);
        FairnessReport.Print(rates, since, by, Console.Out, parse.GetValue(GlobalOptions.Json));
        return ExitCode.Done;
    }
}
