using System.CommandLine;
using SalesRules.Host.Alerts;
using SalesRules.Host.Configuration;
using SalesRules.Journal;
using SalesRules.Journal.Messages;

namespace SalesRules.Host.Commands;

/// <summary><c>alerts list</c>, <c>send</c> and <c>answers</c>: what people were told, what is on its way, and what they thought of it.</summary>
internal static class AlertsCommand
{
    private const int MostShown = 200;

    private static readonly string[] States = ["raised", "waiting", "delivered", "given-up"];

    private static readonly Option<string?> State = new("--state")
    {
        Description = "Only alerts that are raised (not addressed yet), or with a message that is waiting, delivered or given-up. Without: all.",
        HelpName = string.Join('|', States),
    };

    private static readonly Option<bool> GivenUp = new("--given-up")
    {
        Description = "First put the messages that were given up back into the queue: what kept them from people has been mended.",
    };

    public static Command Create(TimeProvider time)
    {
        State.AcceptOnlyFromAmong(States);
        var list = new Command("list", "Lists the newest alerts with whom they were sent to and what became of that.\n\nExample: salesrules alerts list --state given-up") { State };
        list.SetAction((parse, cancellationToken) => ListAsync(parse, time, cancellationToken));
        var send = new Command("send", "Addresses what was found and sends what is due, once, now. The worker does so by itself.\n\nExample: salesrules alerts send --given-up") { GivenUp };
        send.SetAction((parse, cancellationToken) => SendAsync(parse, time, cancellationToken));
        var answers = new Command("answers", "Says by rule how many alerts people found useful.\n\nExample: salesrules alerts answers --json");
        answers.SetAction((parse, cancellationToken) => AnswersAsync(parse, time, cancellationToken));
        return new Command("alerts", "Looks at alerts and the messages that tell them.\n\nExample: salesrules alerts list --state waiting") { list, send, answers };
    }

    private static async Task<int> ListAsync(ParseResult parse, TimeProvider time, CancellationToken cancellationToken)
    {
        var settings = Settings.Load(parse.GetValue(GlobalOptions.Config));
        var (policy, _) = PolicySource.Load(parse, settings);
        using var channels = MessageChannels.Open(settings, time);
        await using var journal = await OpenAsync(settings, time, cancellationToken);
        var state = parse.GetValue(State);
        var listing = await ReadAsync(journal, state, cancellationToken) with { Unfilled = new Addressees(channels.Recipients, channels.Channels).Unfilled(policy.Alerts) };
        AlertListReport.Print(listing, Console.Out, parse.GetValue(GlobalOptions.Json));
        if (listing.Unfilled.Count > 0)
            await Console.Error.WriteLineAsync($"  ! Nobody in the settings is {string.Join(", ", listing.Unfilled)}: the policy sends alerts there, and nobody is told. docs/channels.md says how to name them.");
        if (listing.Alerts.Count == MostShown)
            await Console.Error.WriteLineAsync($"Only the newest {MostShown} are shown.");
        return ExitCode.Done;
    }

    private static async Task<AlertListing> ReadAsync(RunJournal journal, string? state, CancellationToken cancellationToken)
    {
        if (await journal.LastOrgAsync(cancellationToken) is not { } orgId)
            return new AlertListing([], []);
        MessageState? wanted = state switch { "waiting" => MessageState.Waiting, "delivered" => MessageState.Delivered, "given-up" => MessageState.GivenUp, _ => null };
        var alerts = await journal.AlertsAsync(orgId, wanted, unrouted: state == "raised", MostShown, cancellationToken);
        var told = alerts.SelectMany(alert => alert.Messages).Select(message => (message.Key, message.Recipient)).ToHashSet();
        var others = state == "raised" ? [] : await journal.MessagesAsync(orgId, wanted, MostShown, cancellationToken);
        return new AlertListing(alerts, [.. others.Where(message => !message.TellsAlerts && !told.Contains((message.Key, message.Recipient)))]);
    }

    private static async Task<int> SendAsync(ParseResult parse, TimeProvider time, CancellationToken cancellationToken)
    {
        var settings = Settings.Load(parse.GetValue(GlobalOptions.Config));
        SalesforceTarget.Require(settings);
        await using var workplace = await Workplace.OpenAsync(parse, settings, JournalUse.Note, time, cancellationToken);
        if (parse.GetValue(GivenUp) && await workplace.Journal.LastOrgAsync(cancellationToken) is { } orgId)
        {
            var again = await workplace.Journal.RequeueAsync(orgId, cancellationToken);
            await Console.Error.WriteLineAsync($"{PostTally.Counted(again, "message", "messages")} that {(again == 1 ? "was" : "were")} given up {(again == 1 ? "waits" : "wait")} again.");
        }

        var sent = await workplace.Get<AlertRound>().RunAsync(Console.Error, cancellationToken);
        Console.WriteLine(parse.GetValue(GlobalOptions.Json) ? JsonText.Of(writer =>
        {
            writer.WriteStartObject();
            writer.WriteNumber("delivered"u8, sent.Delivered);
            writer.WriteNumber("failed"u8, sent.Failed);
            writer.WriteNumber("givenUp"u8, sent.GivenUp);
            writer.WriteEndObject();
        }) : $"{sent}.");
        return sent.Failed + sent.GivenUp == 0 ? ExitCode.Done : ExitCode.Partial;
    }

    private static async Task<int> AnswersAsync(ParseResult parse, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var journal = await OpenAsync(Settings.Load(parse.GetValue(GlobalOptions.Config)), time, cancellationToken);
        var answers = await journal.LastOrgAsync(cancellationToken) is { } orgId ? await journal.AnswersAsync(orgId, cancellationToken) : [];
        AnswersReport.Print(Usefulness.Of(answers), Console.Out, parse.GetValue(GlobalOptions.Json));
        return ExitCode.Done;
    }

    private static async Task<RunJournal> OpenAsync(IConfiguration settings, TimeProvider time, CancellationToken cancellationToken) =>
        (await JournalSource.OpenAsync(settings, JournalUse.Read, time, cancellationToken)).Journal;
}
