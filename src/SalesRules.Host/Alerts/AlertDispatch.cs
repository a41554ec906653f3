using System.Globalization;
using SalesRules.Alerts;
using SalesRules.Host.Feedback;
using SalesRules.Journal;
using SalesRules.Journal.Messages;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Salesforce.Connection;
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

    /// <summary>
    /// Routes all alerts of the org, and those of none, that have no messages yet. Salesforce is asked, for people and addresses, only where
    /// an alert is about a deal: that it does not answer can still be told.
    /// </summary>
    /// <param name="orgId">Null: which org it is is not known yet.</param>
    public async Task<DispatchTally> DispatchAsync(string? orgId, CancellationToken cancellationToken)
    {
        var tally = await RouteAllAsync(RunJournal.NoOrg, AboutNoDeal, _ => Task.FromResult<OrgDetails?>(OrgDetails.None), cancellationToken);
        if (orgId is null)
            return tally;
        tally += await RouteAllAsync(orgId, AboutNoDeal, _ => Task.FromResult<OrgDetails?>(OrgDetails.None), cancellationToken);
        return tally + await RouteAllAsync(orgId, _ => true, token => OrgDetailsAsync(orgId, token), cancellationToken);
    }

    private static bool AboutNoDeal(Alert alert) => alert.Deal is null;

    private async Task<DispatchTally> RouteAllAsync(
        string orgId, Func<Alert, bool> isWanted, Func<CancellationToken, Task<OrgDetails?>> lookAsync, CancellationToken cancellationToken)
    {
        var tally = DispatchTally.None;
        while (true)
        {
            var raised = (await journal.AlertsToRouteAsync(orgId, AtOnce, cancellationToken)).Select(one => (Raised: one, Alert: AlertJson.Read(one.Content))).Where(one => isWanted(one.Alert)).ToList();
            if (raised.Count == 0 || await lookAsync(cancellationToken) is not { } around)
                return tally;
            var (messages, unfilled) = Compose(orgId, raised, around);
            // Another node may have routed one of them meanwhile: then nothing was done here, and what is left is looked at again.
            if (!await journal.RouteAsync(orgId, [.. raised.Select(one => one.Raised.Key)], messages, cancellationToken))
                continue;
            foreach (var reason in unfilled)
                NobodyTold(reason);
            tally += new DispatchTally(raised.Count, messages.Count, unfilled);
        }
    }

    /// <summary>Null: we are signed in to another org, whose people these are not.</summary>
    private async Task<OrgDetails?> OrgDetailsAsync(string orgId, CancellationToken cancellationToken)
    {
        var org = await connection.IdentityAsync(cancellationToken);
        return org.OrganizationId.Value == orgId ? new OrgDetails(org.InstanceUrl, await users.ReadDirectoryAsync(cancellationToken)) : null;
    }

    private (IReadOnlyList<RoutedMessage> Messages, IReadOnlyList<string> Unfilled) Compose(string orgId, IReadOnlyList<(RaisedAlert Raised, Alert Alert)> raised, OrgDetails around)
    {
        var unfilled = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var told = raised.SelectMany(one => Told(one.Raised, one.Alert, around, unfilled)).ToList();
        List<RoutedMessage> messages = [.. told.GroupBy(one => (one.Batch, one.To.Name)).SelectMany(group => Messages([.. group], orgId))];
        return (messages, [.. unfilled.Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Key}: {pair.Value} alert{(pair.Value == 1 ? "" : "s")}"))]);
    }

    private IEnumerable<(string Batch, Addressee To, AlertPage Page)> Told(RaisedAlert raised, Alert alert, OrgDetails around, SortedDictionary<string, int> unfilled)
    {
        var page = new AlertPage(alert, AlertTexts.Of(alert, policy.Alerts), alert.Deal is { } deal ? new Uri(around.Instance!, deal.Id.Value) : null, raised.RaisedAt, policy.Alerts);
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var wanted in AlertRouting.Of(alert, policy.Alerts, around.Users))
        {
            if (addressees.Find(wanted, around.Users, out var why) is not { } addressee)
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

    /// <param name="Instance">Where the org's records have their pages; null: no alert has one.</param>
    private sealed record OrgDetails(Uri? Instance, UserDirectory Users)
    {
        public static OrgDetails None { get; } = new(null, new UserDirectory([]));
    }

    [LoggerMessage(EventId = 370, Level = LogLevel.Warning, Message = "Somebody who should be told is not: {Reason}. docs/channels.md says how to name them")]
    private partial void NobodyTold(string reason);
}
