using SalesRules.Sandbox.Faults.Scripts;

namespace SalesRules.Sandbox.Faults;

/// <summary>
/// At which of the calls or rows it matches a fault strikes. They are counted from when the fault was added, and only while its
/// window by the clock is open. What is left out narrows nothing.
/// </summary>
public sealed record FaultTiming
{
    private const int Parts = 1_000_000;

    /// <summary>Only the nth match, 1 for the first.</summary>
    public int? Nth { get; init; }

    /// <summary>Every nth match.</summary>
    public int? Every { get; init; }

    /// <summary>Each match with this probability from 0 to 1, drawn from the script's seed.</summary>
    public decimal? Probability { get; init; }

    /// <summary>At most so many times in all.</summary>
    public int? Times { get; init; }

    /// <summary>Not before this moment by the clock.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Not from this moment on.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Not before this long after the fault was added.</summary>
    public TimeSpan? After { get; init; }

    /// <summary>For this long from when its window opened; then the fault is over, and what it holds is let go.</summary>
    public TimeSpan? For { get; init; }

    /// <summary>The first moment after the window, for a fault added at a moment; null when it never closes.</summary>
    internal DateTimeOffset? ClosesAt(DateTimeOffset added)
    {
        var end = OpensAt(added) + For;
        return Until < end || end is null ? Until : end;
    }

    internal DateTimeOffset OpensAt(DateTimeOffset added)
    {
        var earliest = added + (After ?? TimeSpan.Zero);
        return From > earliest ? From.Value : earliest;
    }

    /// <summary>Whether it strikes at this match. A probability takes one draw at every match, struck or not.</summary>
    internal bool Takes(int match, Random draws)
    {
        var drawn = Probability is not { } probability || draws.Next(Parts) < probability * Parts;
        return drawn && (Nth is null || match == Nth) && (Every is not { } every || match % every == 0);
    }

    internal void Check(FaultProblems problems)
    {
        CheckCount(problems, nameof(Nth), Nth);
        CheckCount(problems, nameof(Every), Every);
        CheckCount(problems, nameof(Times), Times);
        if (Probability is < 0 or > 1)
            problems.Add(nameof(Probability), "must lie between 0 and 1");
        if (Nth is not null && Every is not null)
            problems.Add(nameof(Every), "excludes nth: give one of the two");
        if (Until <= From)
            problems.Add(nameof(Until), "must be later than from");
        if (After < TimeSpan.Zero)
            problems.Add(nameof(After), "must not be negative");
        if (For <= TimeSpan.Zero)
            problems.Add(nameof(For), "must be longer than nothing");
    }

    private static void CheckCount(FaultProblems problems, string name, int? count)
    {
        if (count < 1)
            problems.Add(name, "must be 1 or more");
    }
}
