using System.CommandLine;
using SalesRules.Host.Configuration;
using SalesRules.Host.Runs;
using SalesRules.Journal.Runs;
using SalesRules.Snapshots;

namespace SalesRules.Host.Commands;

/// <summary><c>explain</c>: the decision card of one deal.</summary>
internal static class ExplainCommand
{
    private static readonly Argument<string> Id = new("ID") { Description = "The opportunity's id, 15 or 18 characters." };

    public static Command Create(TimeProvider time)
    {
        var command = new Command("explain", "Why one deal stands where it stands: rules, values and when they last changed, the smallest fix, and what was written when.\n\nExample: salesrules explain 0065g00000XyZ12AAB") { Id };
        command.SetAction((parse, cancellationToken) => RunAsync(parse, time, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, TimeProvider time, CancellationToken cancellationToken)
    {
        var text = parse.GetValue(Id)!;
        if (!SalesforceId.TryParse(text, out var id))
            throw CommandException.WrongInput($"'{text}' is not a Salesforce id: 15 letters and digits, or 18 with a right checksum.");
        var settings = Settings.Load(parse.GetValue(GlobalOptions.Config));
        SalesforceTarget.Require(settings);
        await using var workplace = await Workplace.OpenAsync(parse, settings, JournalUse.Read, time, cancellationToken);
        var request = new RunRequest
        {
            AsOf = parse.GetValue(GlobalOptions.AsOf) ?? BusinessDate.Today(time, workplace.Policy),
            Kind = RunKind.Run,
            Ids = [id],
        };
        var card = await workplace.Get<ExplainRun>().ExplainAsync(request, id, cancellationToken);
        if (parse.GetValue(GlobalOptions.Json))
            DecisionCardReport.PrintJson(card, Console.Out);
        else
            DecisionCardReport.PrintText(card, Console.Out);
        foreach (var note in card.Drift)
            await Console.Error.WriteLineAsync($"schema drift: {note}");
        return ExitCode.Done;
    }
}
