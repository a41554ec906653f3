using SalesRules.Journal.Database;
using SalesRules.Journal.Pauses;

namespace SalesRules.Journal;

/// <summary>What stands still, by whose word and until when.</summary>
public sealed partial class RunJournal
{
    private const string NotResumed = "select * from pauses where resumed_at is null";

    /// <summary>Pauses a schedule, or everything. One that was paused already is paused by the new word; the old one stays in the history.</summary>
    public Task PauseAsync(Pause pause, CancellationToken cancellationToken = default) => database.WriteAsync(
        async statements =>
        {
            await ResumeAsync(statements, pause.Schedule, pause.By);
            await statements.ExecuteAsync(
                "insert into pauses (schedule, paused_at, paused_by, reason, ends_at) values (@Schedule, @at, @By, @Reason, @until)",
                new { pause.Schedule, at = Stored.Text(pause.Since), pause.By, pause.Reason, until = Stored.Text(pause.Until) });
        },
        cancellationToken);

    /// <summary>Ends a pause before its time.</summary>
    /// <returns>False: none was in force.</returns>
    public Task<bool> ResumeAsync(string schedule, string by, CancellationToken cancellationToken = default) =>
        database.WriteAsync(statements => ResumeAsync(statements, schedule, by), cancellationToken);

    /// <summary>Every pause in force, by schedule.</summary>
    public Task<IReadOnlyList<Pause>> PausesAsync(CancellationToken cancellationToken = default) => database.ReadAsync<IReadOnlyList<Pause>>(
        async statements =>
        {
            var now = clock.GetUtcNow();
            var rows = await statements.QueryAsync<PauseRow>($"{NotResumed} order by schedule", new { });
            return [.. rows.Select(row => row.ToPause()).Where(pause => pause.IsInForceAt(now))];
        },
        cancellationToken);

    /// <summary>The pause that stops this schedule: its own, or that of everything. Null: none is in force.</summary>
    /// <param name="schedule">Null: only that of everything, which stops a run that a person starts as well.</param>
    public async Task<Pause?> PauseOfAsync(string? schedule, CancellationToken cancellationToken = default) =>
        (await PausesAsync(cancellationToken)).FirstOrDefault(pause => pause.Schedule == Pause.Everything || pause.Schedule == schedule);

    private async Task<bool> ResumeAsync(JournalSession statements, string schedule, string by)
    {
        var now = clock.GetUtcNow();
        var standing = await statements.QueryAsync<PauseRow>($"{NotResumed} and schedule = @schedule", new { schedule });
        await statements.ExecuteAsync(
            "update pauses set resumed_at = @Now, resumed_by = @by where schedule = @schedule and resumed_at is null", new { Now, by, schedule });
        return standing.Any(row => row.ToPause().IsInForceAt(now));
    }
}
