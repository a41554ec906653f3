using System.CommandLine;
using SalesRules.Host.Cards;
using SalesRules.Host.Configuration;
using SalesRules.Host.Runs;
using SalesRules.Journal.Runs;
using SalesRules.Snapshots;

namespace SalesRules.Host.Commands;

/// <summary><c>explain</c>: the decision card of one deal, as it stands now or as it was decided.</summary>
internal static class ExplainCommand
{
    private static readonly Argument<string> Id = new("ID") { Description = "The opportunity's id, 15 or 18 characters." };

    private static readonly Option<bool> Stored = new("--stored") { Description = "The last decision that the journal keeps, made again from its snapshot and policy: needs no Salesforce." };

    private static readonly Option<string?> Decision = new("--decision") { Description = "The stored decision of that identity, as SalesRules_Decision__c holds it, or its beginning.", HelpName = "ID" };

    private static readonly Option<bool> Markdown = new("--markdown") { Description = "Print Markdown instead of text." };

    public static Command Create(TimeProvider time)
    {
        var command = new Command("explain", "Why one deal stands where it stands: the rules that fired and that nearly did, values and when they last changed, the margin, the smallest fix, what was written when, and earlier decisions.\n\nExample: salesrules explain 0065g00000XyZ12AAB") { Id, Stored, Decision, Markdown };
        command.SetAction((parse, cancellationToken) => RunAsync(parse, time, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, TimeProvider time, CancellationToken cancellationToken)
    {
        var text = parse.GetValue(Id)!;
        if (!SalesforceId.TryParse(text, out var id))
            throw CommandException.WrongInput($"'{text}' is not a Salesforce id: 15 letters and digits, or 18 with a right checksum.");
        if (parse.GetValue(Markdown) && parse.GetValue(GlobalOptions.Json))
            throw CommandException.WrongInput("--markdown and --json: say one of them.");
        var settings = Settings.Load(parse.GetValue(GlobalOptions.Config));
        var deal = parse.GetValue(Stored) || parse.GetValue(Decision) is not null
            ? await StoredAsync()
            : await NowAsync();
        Print(parse, deal);
        foreach (var note in deal.Drift)
            await Console.Error.WriteLineAsync($"schema drift: {note}");
        return deal.Difference is null ? ExitCode.Done : ExitCode.Partial;

        async Task<ExplainedDeal> StoredAsync()
        {
            var (journal, _) = await JournalSource.OpenAsync(settings, JournalUse.Read, time, cancellationToken);
            await using var opened = journal;
            return await ExplainRun.ExplainStoredAsync(journal, id, parse.GetValue(Decision), cancellationToken);
        }

        async Task<ExplainedDeal> NowAsync()
        {
            SalesforceTarget.Require(settings);
            await using var workplace = await Workplace.OpenAsync(parse, settings, JournalUse.Read, time, cancellationToken);
            var request = new RunRequest
            {
                AsOf = parse.GetValue(GlobalOptions.AsOf) ?? BusinessDate.Today(time, workplace.Policy),
                Kind = RunKind.Run,
                Ids = [id],
            };
            return await workplace.Get<ExplainRun>().ExplainAsync(request, id, cancellationToken);
        }
    }

    private static void Print(ParseResult parse, ExplainedDeal deal)
    {
        if (parse.GetValue(GlobalOptions.Json))
            Console.Out.WriteLine(JsonText.Of(writer => CardJson.Write(writer, deal)));
        else if (parse.GetValue(Markdown))
            CardMarkdown.Print(deal, Console.Out);
        else
            CardText.Print(deal, Console.Out);
    }
}
