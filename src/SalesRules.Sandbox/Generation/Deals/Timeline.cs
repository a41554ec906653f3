namespace SalesRules.Sandbox.Generation.Deals;

/// <summary>When a deal entered its stages, worked out backwards from the last one.</summary>
internal sealed class Timeline(SampleCalendar calendar)
{
    /// <summary>The entries of an open deal that reached its stage some days ago and took a usual time for those before.</summary>
    public List<StageEntry> Open(DealShape shape, bool isEnterprise, Chance chance)
    {
        var path = SampleStages.Path(shape.Motion);
        var last = path.ToList().IndexOf(shape.Stage);
        // POVs run for weeks; elsewhere a deal that has just moved is nothing special either.
        var days = shape.Stage == SampleStages.Pov ? chance.Between(5, 18) : chance.Between(1, 16);
        return Backwards(path.Take(last + 1), calendar.Day(-days), isEnterprise, chance);
    }

    /// <summary>The entries of a deal that closed on a day; a lost one left off somewhere on the way.</summary>
    public static List<StageEntry> Closed(DealShape shape, DateOnly closedOn, bool isEnterprise, Chance chance)
    {
        var path = SampleStages.Path(shape.Motion);
        var passed = shape.Stage == SampleStages.ClosedWon ? path.Count : chance.Between(1, path.Count);
        return Backwards([.. path.Take(passed), shape.Stage], closedOn, isEnterprise, chance);
    }

    private static List<StageEntry> Backwards(IEnumerable<string> stages, DateOnly lastEntered, bool isEnterprise, Chance chance)
    {
        var entries = new List<StageEntry>();
        var on = lastEntered;
        foreach (var stage in stages.Reverse())
        {
            if (entries.Count > 0)
                on = on.AddDays(-Stay(stage, isEnterprise, chance));
            entries.Insert(0, new StageEntry(stage, on));
        }
        return entries;
    }

    private static int Stay(string stage, bool isEnterprise, Chance chance) => (stage, isEnterprise) switch
    {
        (SampleStages.Pov, true) => chance.Between(30, 50),
        (SampleStages.Pov, false) => chance.Between(8, 14),
        (_, true) => chance.Between(8, 24),
        _ => chance.Between(3, 9),
    };
}
