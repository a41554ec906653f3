using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

internal sealed class RetentionSection : Section<RetentionPolicy>
{
    private static readonly RetentionPolicy Defaults = new();

    private static readonly WholeNumberShape Drop = new(1, 100);

    private static readonly Key<int> BigDropPercent = new("big-drop-percent", Drop, Defaults.BigDropPercent,
        "Usage that fell by so many per cent or more in each of two weeks is high, where a milestone of time to value is overdue too.");

    private static readonly Key<int> DropPercent = new("drop-percent", Drop, Defaults.DropPercent,
        "Usage that fell by so many per cent or more in each of two weeks is medium.");

    private static readonly Key<int> MilestoneOverdueDays = new("milestone-overdue-days", new WholeNumberShape(0, 1000), Defaults.MilestoneOverdueDays,
        "A milestone of time to value is overdue from so many days after its date.");

    private static readonly Key<int> TicketsPercent = new("tickets-percent", new WholeNumberShape(1, 1000), Defaults.TicketsPercent,
        "Tickets that rose by so many per cent or more are medium, where answers take longer too.");

    private static readonly Key<int> OnTargetPercent = new("on-target-percent", new WholeNumberShape(1, 200), Defaults.OnTargetPercent,
        "A period met the agreed outcome from so many per cent of its target on.");

    public override IReadOnlyList<Key> Keys { get; } = [BigDropPercent, DropPercent, MilestoneOverdueDays, TicketsPercent, OnTargetPercent];

    protected override RetentionPolicy Build(SectionValues values)
    {
        if (values.Get(DropPercent) > values.Get(BigDropPercent))
            values.Refuse("drop-percent is more than big-drop-percent; expected the larger drop to weigh more");
        return new RetentionPolicy
        {
            BigDropPercent = values.Get(BigDropPercent),
            DropPercent = values.Get(DropPercent),
            MilestoneOverdueDays = values.Get(MilestoneOverdueDays),
            TicketsPercent = values.Get(TicketsPercent),
            OnTargetPercent = values.Get(OnTargetPercent),
        };
    }
}
