using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

internal sealed class PovSection : Section<PovSettings>
{
    private const string HardFloors = "the hard floors of the POV gate, O = 2 and Q = 2, are no settings: no policy clears them";
    private const string Totals = "the gate's totals, 6 with conditions and 8 without, are MIQL's own and no settings";

    private static readonly PovPolicy Defaults = PovSettings.Default.Policy;

    private static readonly Key<IReadOnlyList<Motion>> GatedMotions = new("gated-motions",
        new ListShape<Motion>(MotionsSection.MotionShape, motion => motion.ToString(), StringComparer.Ordinal),
        [.. Defaults.GatedMotions],
        "The motions that pass through the gate; an empty list switches the gate off.");

    private static readonly Key<string> ReturnStage = new("return-stage", new TextShape(TextShape.SalesforceLength, "stage name"), "",
        "Where a deal without approval goes back to when its history names no stage: an active, open stage before POV.",
        defaultNote: "the last such stage");

    private static readonly Key<DateOnly?> EffectiveOn = new("effective-on", new OptionalShape<DateOnly>(new DateShape()), Defaults.EffectiveOn,
        "The day from which the gate is in force: deals that entered POV before it are flagged, never moved. null: it always was.");

    private static readonly Key<int> MaximumDays = new("maximum-days", new WholeNumberShape(1, 365), Defaults.MaximumDays,
        "The longest POV, in days from start to end.");

    private static readonly Key<int> StaleDeferralDays = new("stale-deferral-days", new WholeNumberShape(1, 365), Defaults.StaleDeferralDays,
        "A deferral is stale after more than this many days without a new score.");

    private static readonly Key<int?> Capacity = new("capacity", new OptionalShape<int>(new WholeNumberShape(1, 10_000)), Defaults.Capacity,
        "How many POVs may run at once; null: no limit.");

    private static readonly Key<int?> CapacityPerSe = new("capacity-per-se", new OptionalShape<int>(new WholeNumberShape(1, 10_000)), Defaults.CapacityPerSe,
        "How many POVs one SE may run at once; null: no limit.");

    private static readonly Key<PovWork> Work = new("work", new WorkSection(), PovWork.Default,
        "What clears a deferral, as the subject of the owner's task.");

    public override IReadOnlyList<Key> Keys { get; } =
        [GatedMotions, ReturnStage, EffectiveOn, MaximumDays, StaleDeferralDays, Capacity, CapacityPerSe, Work];

    protected override IReadOnlyList<NoSetting> NoSettings { get; } =
    [
        new("floor", HardFloors),
        new("total", Totals),
        new("threshold", Totals),
        new("approved", Totals),
        new("condition", Totals),
    ];

    protected override PovSettings Build(SectionValues values)
    {
        var work = values.Get(Work);
        var policy = new PovPolicy
        {
            GatedMotions = values.Get(GatedMotions).ToHashSet(),
            EffectiveOn = values.Get(EffectiveOn),
            MaximumDays = values.Get(MaximumDays),
            StaleDeferralDays = values.Get(StaleDeferralDays),
            Capacity = values.Get(Capacity),
            CapacityPerSe = values.Get(CapacityPerSe),
            Work = work.ByPillar,
            TotalWork = work.Total,
            ScoreWork = work.Unscored,
        };
        return new PovSettings(policy, values.IsGiven(ReturnStage) ? values.PlaceOf(ReturnStage) : null, values.Get(ReturnStage));
    }
}
