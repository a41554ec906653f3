using SalesRules.Journal.Database;
using SalesRules.Journal.Leases;
using SalesRules.Journal.Slots;

namespace SalesRules.Journal;

/// <summary>When schedules are due, as the settings have said over time.</summary>
public sealed partial class RunJournal
{
    /// <summary>Held while the words of schedules change: nodes that start at once do it one after the other.</summary>
    private static readonly object AllTerms = new { OrgId = "", Name = "*" };

    /// <summary>
    /// What the settings say from now on. Words that have not changed go on; others end now, so that what was due by them until now
    /// stays due; a schedule that is new is due from now on.
    /// </summary>
    /// <param name="wanted">The enabled schedules, all of them since the same instant: now.</param>
    /// <param name="disabled">The names of those that the settings have and disable.</param>
    /// <returns>What has ended by this.</returns>
    public Task<IReadOnlyList<ScheduleTerms>> SetTermsAsync(
        IReadOnlyList<ScheduleTerms> wanted, IReadOnlyCollection<string> disabled, DateTimeOffset now, CancellationToken cancellationToken = default) => database.WriteAsync<IReadOnlyList<ScheduleTerms>>(
        async statements =>
        {
            await statements.ExecuteAsync(LeaseRow.Provide, AllTerms);
            await statements.FindAsync<LeaseRow>(LeaseRow.Find + statements.Dialect.HoldLease, AllTerms);
            var inForce = (await statements.QueryAsync<TermsRow>("select * from schedule_terms where ended_at is null order by schedule", new { })).Select(row => row.ToTerms()).ToList();
            List<ScheduleTerms> ended =
            [
                .. inForce.Where(terms => !wanted.Any(terms.SaysTheSameAs)).Select(terms => terms with { EndedAt = now, EndedBy = EndOf(terms.Schedule, wanted, disabled) }),
            ];
            await statements.ExecuteManyAsync(
                "update schedule_terms set ended_at = @At, ended_by = @By where schedule = @Schedule and ended_at is null",
                [.. ended.Select(terms => new EndedTerms(terms.Schedule, Stored.Text(now), Stored.Name(terms.EndedBy!.Value)))]);
            await statements.ExecuteManyAsync(
                """
                insert into schedule_terms (schedule, since, cron, time_zone) values (@Schedule, @Since, @Cron, @TimeZone)
                on conflict (schedule, since) do update set cron = excluded.cron, time_zone = excluded.time_zone, ended_at = null, ended_by = null
                """,
                [.. wanted.Where(terms => !inForce.Any(terms.SaysTheSameAs)).Select(terms => new NewTerms(terms.Schedule, Stored.Text(now), terms.Cron, terms.TimeZone))]);
            return ended;
        },
        cancellationToken);

    private static TermsEnd EndOf(string schedule, IReadOnlyList<ScheduleTerms> wanted, IReadOnlyCollection<string> disabled) =>
        wanted.Any(terms => terms.Schedule == schedule) ? TermsEnd.Changed : disabled.Contains(schedule) ? TermsEnd.Disabled : TermsEnd.Removed;

    private sealed record EndedTerms(string Schedule, string At, string By);

    private sealed record NewTerms(string Schedule, string Since, string Cron, string TimeZone);
}
