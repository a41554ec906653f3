using SalesRules.Journal.Database;
using SalesRules.Journal.Messages;

namespace SalesRules.Journal;

/// <summary>From alerts to the messages that tell them.</summary>
public sealed partial class RunJournal
{
    /// <summary>
    /// The alerts that have no messages yet, the oldest first: those of a run only once it is over, or has died, so that what it found is
    /// told together.
    /// </summary>
    public Task<IReadOnlyList<RaisedAlert>> AlertsToRouteAsync(string orgId, int count, CancellationToken cancellationToken = default) =>
        database.ReadAsync<IReadOnlyList<RaisedAlert>>(
            async statements =>
            {
                var serverNow = Stored.Text(await statements.Dialect.NowAsync(statements));
                return [.. (await statements.QueryAsync<RaisedAlertRow>(MessageStatements.AlertsToRoute, new { orgId, serverNow, count })).Select(row => row.ToAlert())];
            },
            cancellationToken);

    /// <summary>Marks alerts as routed and queues the messages that tell them, all or none.</summary>
    /// <param name="alerts">The keys of all that are routed by this; those that no message tells are wanted by nobody.</param>
    /// <returns>False: another process has routed one of them meanwhile. Nothing is done: look again.</returns>
    // Who dies before the commit has routed nothing, and the alerts are found again; who dies behind it finds their messages queued. There
    // is no instant at which an alert counts as routed and its messages are not there.
    public Task<bool> RouteAsync(
        string orgId, IReadOnlyCollection<string> alerts, IReadOnlyCollection<RoutedMessage> messages, CancellationToken cancellationToken = default) => database.WriteAsync(
        async statements =>
        {
            var given = new { orgId, ids = statements.List(alerts), Now };
            if ((await statements.QueryAsync<string>(MessageStatements.Unrouted + statements.Dialect.Hold("a"), given)).Count != alerts.Count)
                return false;
            await statements.ExecuteAsync(MessageStatements.MarkRouted, given);
            await InsertAsync(statements, orgId, messages.Select(routed => routed.Message));
            await statements.ExecuteManyAsync(
                MessageStatements.InsertAlert,
                [.. messages.SelectMany(routed => routed.Alerts.Select(alert => new ToldAlert(orgId, routed.Message.Key, routed.Message.Recipient, alert)))]);
            return true;
        },
        cancellationToken);

    /// <summary>The alerts of the org and of none with the messages that tell them, the newest first.</summary>
    /// <param name="state">Only alerts with a message in it; null: all.</param>
    /// <param name="unrouted">Only alerts that have no messages yet.</param>
    /// <param name="count">At most so many alerts.</param>
    public Task<IReadOnlyList<ListedAlert>> AlertsAsync(
        string orgId, MessageState? state, bool unrouted, int count, CancellationToken cancellationToken = default) => database.ReadAsync<IReadOnlyList<ListedAlert>>(
        async statements =>
        {
            var alerts = (await statements.QueryAsync<RaisedAlertRow>(
                $"""
                select * from alerts a where a.org_id in (@orgId, '') {(unrouted ? "and a.routed_at is null" : "")} {(state is null ? "" : MessageStatements.ToldByOneThatIs)}
                order by a.raised_at desc, a.alert_key limit @count
                """,
                new { orgId, state = state is { } one ? Stored.Name(one) : null, count })).Select(row => row.ToAlert()).ToList();
            var messages = (await statements.QueryAsync<MessageRow>(
                MessageStatements.OfAlerts, new { orgId, ids = statements.List(alerts.Select(alert => alert.Key)) })).ToLookup(row => row.AlertKey!, StringComparer.Ordinal);
            return [.. alerts.Select(alert => new ListedAlert(alert, [.. messages[alert.Key].Select(row => row.ToMessage())]))];
        },
        cancellationToken);

    private sealed record ToldAlert(string OrgId, string Key, string Recipient, string AlertKey);
}
