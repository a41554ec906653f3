using SalesRules.Sandbox.Faults.Calls;
using SalesRules.Sandbox.Faults.Scripts;

namespace SalesRules.Sandbox.Faults.Rows;

/// <summary>
/// A saved row carries the second of its save, and queries see it only later; until then they see it as it was, or not at all.
/// <c>updated</c> and <c>deleted</c> hide it too, and their <c>latestDateCovered</c> stays behind it.
/// </summary>
public sealed record LateVisibilityFault : RowFault
{
    /// <summary>How long queries do not see the save; required. Seconds are usual, an hour has been seen.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Reads by id do not see it either. Default: they do.</summary>
    public bool HiddenById { get; init; }

    internal override void Stopped(ArmedFault armed, FaultReach reach) => reach.Org.Store.ShowLateRows(armed);

    internal override void Check(FaultProblems problems)
    {
        base.Check(problems);
        if (Delay <= TimeSpan.Zero)
            problems.Add(nameof(Delay), "is required: how long a save stays unseen, such as 5s or 1h");
    }
}
