using System.CommandLine;
using System.Globalization;
using SalesRules.Host.Configuration;
using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Messages;

namespace SalesRules.Host.Commands;

/// <summary><c>channels</c>: which channels the settings have, and whether one of them delivers.</summary>
internal static class ChannelsCommand
{
    private static readonly Argument<string> Name = new("NAME") { Description = "The channel's name in the settings, Channels:NAME." };

    private static readonly Option<string?> To = new("--to") { Description = "A mail address, or a Slack channel or member id. Default: the channel's own.", HelpName = "ADDRESS" };

    public static Command Create(TimeProvider time)
    {
        var list = new Command("list", "Lists the channels and recipients of the settings.\n\nExample: salesrules channels list");
        list.SetAction(parse => List(parse, time));
        var test = new Command("test", "Sends a test message through one channel and says what became of it.\n\nExample: salesrules channels test mail --to ana@example.com") { Name, To };
        test.SetAction((parse, cancellationToken) => TestAsync(parse, time, cancellationToken));
        return new Command("channels", "The ways to reach people: Slack, email, Microsoft Teams, webhooks.\n\nExample: salesrules channels test mail --to ana@example.com") { list, test };
    }

    private static int List(ParseResult parse, TimeProvider time)
    {
        using var notifications = MessageChannels.Open(Settings.Load(parse.GetValue(GlobalOptions.Config)), time);
        foreach (var channel in notifications.Channels.All.OrderBy(channel => channel.Name, StringComparer.Ordinal))
            Console.Out.WriteLine($"channel    {channel.Name}");
        foreach (var recipient in notifications.Recipients.All.OrderBy(recipient => recipient.Name, StringComparer.Ordinal))
            Console.Out.WriteLine($"recipient  {recipient.Name}: {string.Join(", ", recipient.Addresses.Keys)}");
        if (notifications.Channels.All.Count == 0)
            Console.Error.WriteLine("The settings have no channels: docs/channels.md says how to set one up.");
        return ExitCode.Done;
    }

    private static async Task<int> TestAsync(ParseResult parse, TimeProvider time, CancellationToken cancellationToken)
    {
        using var notifications = MessageChannels.Open(Settings.Load(parse.GetValue(GlobalOptions.Config)), time);
        var name = parse.GetValue(Name)!;
        var channel = notifications.Channels.Find(name) ?? throw CommandException.WrongInput(
            $"The settings have no channel '{name}': they have {(notifications.Channels.All.Count == 0 ? "none" : string.Join(", ", notifications.Channels.All.Select(one => one.Name).Order(StringComparer.Ordinal)))}.");
        var verdict = await channel.SendAsync(TestMessage(time.GetUtcNow()), new Recipient("you", parse.GetValue(To)), cancellationToken);
        Console.Out.WriteLine(verdict switch
        {
            Verdict.RetryLater later => $"{channel.Name}: not delivered for now. {later.Reason}",
            Verdict.Refused refused => $"{channel.Name}: refused. {refused.Reason}",
            _ => $"{channel.Name}: delivered.",
        });
        return verdict switch { Verdict.Delivered => ExitCode.Done, Verdict.RetryLater => ExitCode.Partial, _ => ExitCode.WrongInput };
    }

    private static Message TestMessage(DateTimeOffset now) => new()
    {
        Key = string.Create(CultureInfo.InvariantCulture, $"test:{now:yyyyMMddTHHmmssfff}"),
        Title = "SalesRules test message",
        Summary = "This channel delivers.",
        Sections = [new Section(null, new Paragraph(string.Create(CultureInfo.InvariantCulture, $"Sent at {now:yyyy-MM-dd HH:mm} UTC by `salesrules channels test`. If you can read it, this channel delivers.")))],
    };
}
