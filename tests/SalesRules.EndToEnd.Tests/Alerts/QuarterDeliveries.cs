using System.Text;
using SalesRules.EndToEnd.Tests.Crashes;
using SalesRules.Host.Configuration;
using SalesRules.Journal.Messages;

namespace SalesRules.EndToEnd.Tests.Alerts;

/// <summary>What of a quarter's messages the journal says, beside what the mail server and the receivers have.</summary>
internal sealed class QuarterDeliveries
{
    private readonly IReadOnlyList<OutgoingMessage> messages;
    private readonly ILookup<(string Channel, string Key), string> copies;
    private readonly QuarterSite site;

    private QuarterDeliveries(QuarterSite site, IReadOnlyList<OutgoingMessage> messages)
    {
        (this.site, this.messages) = (site, messages);
        var mails = site.MailServer.Mails.Select(mail => (Channel: "mail", Key: mail.Header("X-SalesRules-Key")!, Body: mail.Part("text/plain")));
        copies = mails.Concat(site.Taken.Select(taken => (taken.Channel, Key: taken.Key ?? taken.Body, taken.Body))).ToLookup(one => (one.Channel, one.Key), one => one.Body);
    }

    public IReadOnlyList<string> AlertsWithoutMessage => JournalState.AlertsWithoutMessageOf(site.Org);

    public IEnumerable<string> Undelivered => messages.Where(message => message.State != MessageState.Delivered).Select(message => $"{message.Key} {message.State}");

    /// <summary>Messages that the journal calls delivered and that did not come. Slack and Teams show no key: there the numbers must fit.</summary>
    public IEnumerable<string> Lost =>
    [
        .. Delivered.Where(one => one.Channel is "mail" or "hook" && !copies.Contains((one.Channel, one.Message.Key))).Select(one => one.Message.Key),
        .. Delivered.CountBy(one => one.Channel).Where(pair => CopiesOf(pair.Key).Count() < pair.Value).Select(pair => $"{pair.Value - CopiesOf(pair.Key).Count()} of {pair.Key}"),
    ];

    /// <summary>Messages of one key that differ, and keys that are no message's.</summary>
    public IEnumerable<string> ShownTwice =>
        copies.Where(one => one.Distinct().Count() > 1 || (one.Key.Channel is "mail" or "hook" && !Keys.Contains(one.Key.Key))).Select(one => $"{one.Key.Channel} {one.Key.Key}");

    private IEnumerable<(OutgoingMessage Message, string Channel)> Delivered =>
        messages.Where(message => message.State == MessageState.Delivered).Select(message => (message, message.Attempts[^1].Channel));

    private HashSet<string> Keys => [.. messages.Select(message => message.Key)];

    public static async Task<QuarterDeliveries> OfAsync(QuarterSite site)
    {
        await using var workplace = await site.Org.OpenAsync(JournalUse.Read);
        return new(site, await workplace.Journal.MessagesAsync(site.Org.Server.Org.Id, null, int.MaxValue));
    }

    public string Report(int weeks)
    {
        var people = messages.CountBy(message => message.Recipient).ToList();
        var text = new StringBuilder();
        text.AppendLine(FormattableString.Invariant($"  {messages.Count} messages, {messages.Sum(message => message.Attempts.Count(attempt => attempt.Outcome != AttemptOutcome.Delivered))} tries that failed, {copies.Sum(one => one.Count() - 1)} repeats under the same key, {Undelivered.Count()} not delivered, {Lost.Count()} lost, {ShownTwice.Count()} shown twice"));
        foreach (var channel in Delivered.CountBy(one => one.Channel))
            text.AppendLine(FormattableString.Invariant($"  by {channel.Key}: {channel.Value}"));
        text.Append(FormattableString.Invariant($"  messages a recipient and week: {(decimal)messages.Count / people.Count / weeks:0.0} on average, {(decimal)people.Max(one => one.Value) / weeks:0.0} at most ({people.MaxBy(one => one.Value).Key}), {people.Count} recipients"));
        return text.ToString();
    }

    private IEnumerable<IGrouping<(string Channel, string Key), string>> CopiesOf(string channel) => copies.Where(one => one.Key.Channel == channel);
}
