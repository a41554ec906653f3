using System.Diagnostics;
using SalesRules.Journal;

namespace SalesRules.Host.Tests.Schedules.Ledger;

/// <summary>
/// Lets transactions of the real journal fail, for one node only, at the moments that its own traces name: as one begins, as it is
/// to be committed, or when its commit is done and the node does not learn of it.
/// </summary>
internal sealed class JournalOutage
{
    private static readonly AsyncLocal<JournalOutage?> Current = new();
    private int left = int.MaxValue;
    private Moment moment;

    static JournalOutage() => ActivitySource.AddActivityListener(new ActivityListener
    {
        ShouldListenTo = source => source.Name == "SalesRules.Journal",
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        ActivityStarted = activity => Current.Value?.Pass(activity.OperationName == "journal.commit" ? Moment.Commit : Moment.Begin),
        ActivityStopped = activity => Current.Value?.Pass(activity.OperationName == "journal.commit" ? Moment.Committed : null),
    });

    public enum Moment
    {
        Begin,
        Commit,
        Committed,
    }

    public bool IsOn { get; set; }

    /// <summary>From here on this flow's transactions are the node's.</summary>
    public void Enter() => Current.Value = this;

    public void FailOnce(int after, Moment at) => (left, moment) = (after, at);

    private void Pass(Moment? passed)
    {
        var fails = IsOn && passed == Moment.Begin;
        if (passed == moment && left != int.MaxValue && left-- == 0)
        {
            left = int.MaxValue;
            fails = true;
        }

        if (fails)
            throw new JournalException("The journal does not answer.");
    }
}
