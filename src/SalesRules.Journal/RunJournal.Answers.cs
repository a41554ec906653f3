using SalesRules.Journal.Answers;

namespace SalesRules.Journal;

/// <summary>What people thought of alerts.</summary>
public sealed partial class RunJournal
{
    /// <summary>Takes down an answer: the first of a person to an alert counts.</summary>
    /// <returns>False: this person has answered for this alert before.</returns>
    // Who dies before the commit has taken nothing down, and the link still works; who dies behind it has, and the link says so.
    public Task<bool> TryAnswerAsync(string orgId, string alertKey, string recipient, bool isUseful, CancellationToken cancellationToken = default) => database.WriteAsync(
        async statements => await statements.ExecuteAsync(
            """
            insert into alert_answers (org_id, alert_key, recipient, is_useful, answered_at) values (@orgId, @alertKey, @recipient, @isUseful, @Now)
            on conflict (org_id, alert_key, recipient) do nothing
            """,
            new { orgId, alertKey, recipient, isUseful, Now }) == 1,
        cancellationToken);

    /// <summary>Whether this person has answered for this alert.</summary>
    public Task<bool> HasAnsweredAsync(string orgId, string alertKey, string recipient, CancellationToken cancellationToken = default) => database.ReadAsync(
        async statements => await statements.FindAsync<long?>(
            "select 1 from alert_answers where org_id = @orgId and alert_key = @alertKey and recipient = @recipient", new { orgId, alertKey, recipient }) is not null,
        cancellationToken);

    /// <summary>The answers of an org's people, in their order.</summary>
    public Task<IReadOnlyList<AlertAnswer>> AnswersAsync(string orgId, CancellationToken cancellationToken = default) => database.ReadAsync<IReadOnlyList<AlertAnswer>>(
        async statements =>
        [
            .. (await statements.QueryAsync<AlertAnswerRow>(
                """
                select n.*, a.content from alert_answers n left join alerts a on a.org_id = n.org_id and a.alert_key = n.alert_key
                where n.org_id in (@orgId, '') order by n.answered_at, n.alert_key, n.recipient
                """,
                new { orgId })).Select(row => row.ToAnswer()),
        ],
        cancellationToken);
}
