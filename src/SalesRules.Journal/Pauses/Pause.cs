namespace SalesRules.Journal.Pauses;

/// <summary>A person's word that a schedule, or everything, stands still.</summary>
/// <param name="Schedule">The schedule's name; <see cref="Everything"/>: no run writes, whoever starts it.</param>
/// <param name="By">Who answers for it.</param>
/// <param name="Until">When it ends by itself; null: when somebody resumes it.</param>
public sealed record Pause(string Schedule, string Reason, string By, DateTimeOffset Since, DateTimeOffset? Until)
{
    /// <summary>The kill switch: stands for all schedules and every run that a person starts.</summary>
    public const string Everything = "*";

    public bool IsInForceAt(DateTimeOffset instant) => Until is not { } until || instant < until;

    /// <summary>For messages: who, since when, until when and why.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"paused by {By} since {Since.UtcDateTime:yyyy-MM-dd HH:mm} UTC{(Until is { } until ? FormattableString.Invariant($" until {until.UtcDateTime:yyyy-MM-dd HH:mm} UTC") : "")}: {Reason}");
}
