using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

internal sealed class DueDaysSection : Section<DueDays>
{
    private static readonly Key<int> High = new("high", new WholeNumberShape(0, 90), DueDays.Default.High, "For tasks of a high finding.");

    private static readonly Key<int> Other = new("other", new WholeNumberShape(0, 90), DueDays.Default.Other, "For tasks of any other finding.");

    public override IReadOnlyList<Key> Keys { get; } = [High, Other];

    protected override DueDays Build(SectionValues values) => new(values.Get(High), values.Get(Other));
}

/// <summary>Business days until a task is due.</summary>
internal sealed record DueDays(int High, int Other)
{
    private static readonly TaskPolicy Defaults = new() { Rules = new HashSet<string>() };

    public static DueDays Default { get; } = new(Defaults.DueDaysHigh, Defaults.DueDaysOther);
}
