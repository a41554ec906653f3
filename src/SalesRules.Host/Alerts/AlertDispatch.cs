using System.Globalization;
using SalesRules.Alerts;
using SalesRules.Host.Feedback;
using SalesRules.Journal;
using SalesRules.Journal.Messages;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Salesforce.Connection;
using SalesRules.Salesforce.Connection.SignIn;
using SalesRules.Salesforce.Reading;

namespace SalesRules.Host.Alerts;

/// <summary>
/// From alerts to messages in the outbox: one for each alert and recipient, or one that lists them where a run has more for a recipient
/// than the policy wants at once. Nothing is sent here.
/// </summary>
internal sealed partial class AlertDispatch(
    RunJournal journal, Policy policy, SalesforceConnection connection, UserReader users, Addressees addressees, FeedbackLinks feedback, ILogger<AlertDispatch> logger)
{
    private const int AtOnce = 10_000;

    /// <summary>Routes all of the org's alerts that have no messages yet. Where there are none, the org is not called.</summary>
    public async Task<DispatchTally> DispatchAsync(string orgId, CancellationToken cancellationToken)
    {
        var tally = DispatchTally.None;
        while (await journal.AlertsToRouteAsync(orgId, AtOnce, cancellationToken) is { Count: > 0 } raised)
        {
            var org = await connection.IdentityAsync(cancellationToken);
            if (org.OrganizationId.Value != orgId)
                break;
            var directory = await users.ReadDirectoryAsync(cancellationToken);
            var (messages, unfilled) = Compose(org, raised, directory);
            // Another node may have routed one of them meanwhile: then nothing was done here, and what is left is looked at again.
            if (!await journal.RouteAsync(orgId, [.. raised.Select(alert => alert.Key)], messages, cancellationToken))
                continue;
            foreach (var reason in unfilled)
                NobodyTold(reason);
            tally = new DispatchTally(tally.Alerts + raised.Count, tally.Messages + messages.Count, [.. tally.Unfilled.Union(unfilled)]);
        }

        return tally;
    }

    private (IReadOnlyList<RoutedMessage> Messages, IReadOnlyList<string> Unfilled) Compose(OrgIdentity org, IReadOnlyList<RaisedAlert> raised, UserDirectory directory)
    {
        var unfilled = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var told = raised.SelectMany(alert => Told(org, alert, directory, unfilled)).ToList();
        List<RoutedMessage> messages = [.. told.GroupBy(one => (one.Batch, one.To.Name)).SelectMany(group => Messages([.. group], org.OrganizationId.Value))];
        return (messages, [.. unfilled.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}: {pair.Value} alert{(pair.Value == 1 ? "" : "s")}"))]);
    }

    private IEnumerable<(string Batch, Addressee To, AlertPage Page)> Told(OrgIdentity org, RaisedAlert raised, UserDirectory directory, SortedDictionary<string, int> unfilled)
    {
        var alert = AlertJson.Read(raised.Content);
        var page = new AlertPage(alert, AlertTexts.Of(alert, policy.Alerts), alert.Deal is { } deal ? new Uri(org.InstanceUrl, deal.Id.Value) : null, raised.RaisedAt);
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var wanted in AlertRouting.Of(alert, policy.Alerts, directory))
        {
            if (addressees.Find(wanted, directory, out var why) is not { } addressee)
                unfilled[why] = (unfilled.TryGetValue(why, out var count) ? count : 0) + 1;
            else if (known.Add(addressee.Name))
                yield return (raised.Run?.Value ?? raised.Key, addressee, page);
        }
    }

    private IEnumerable<RoutedMessage> Messages(IReadOnlyList<(string Batch, Addressee To, AlertPage Page)> told, string orgId)
    {
        var to = told[0].To;
        RoutedMessage Routed(Notifications.Messages.Message message, params IReadOnlyList<string> alerts) => new(new Letter(to.Name, to.Profile, to.Address, message).ToQueued(), alerts);
        if (told.Count > policy.Alerts.MostAtOnce)
            return [Routed(AlertDigest.Of([.. told.Select(one => one.Page)], to.Name, feedback, orgId), [.. told.Select(one => one.Page.Alert.Key)])];
        return told.Select(one => Routed(AlertMessage.Of(one.Page, to.Name, feedback, orgId), one.Page.Alert.Key));
    }

    [LoggerMessage(EventId = 370, Level = LogLevel.Warning, Message = "Somebody who should be told is not: {Reason}. docs/channels.md says how to name them")]
    private partial void NobodyTold(string reason);
}
