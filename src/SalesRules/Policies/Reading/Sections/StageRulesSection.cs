using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

internal sealed class StageRulesSection : Section<StageRulesPolicy>
{
    private static readonly StageRulesPolicy Defaults = new();

    private static readonly WholeNumberShape Days = new(0, 1000);

    private static readonly Key<ExitMode> Exit = new("exit", new ChoiceShape<ExitMode>("mode", ("flag", ExitMode.Flag), ("return", ExitMode.Return)), Defaults.Exit,
        "flag: a deal that left a stage with an incomplete exit checklist is flagged. return: it goes back.");

    private static readonly Key<IReadOnlyDictionary<StageType, IReadOnlyList<ChecklistItem>>> ExitChecklists = new("exit-checklists", new StageTypeShape<IReadOnlyList<ChecklistItem>>(ChecklistItemSection.List()), Defaults.ExitChecklists,
        "What has to be filled before a deal leaves a stage of the type. Replaces the default lists as a whole.");

    private static readonly Key<IReadOnlyDictionary<StageType, int>> AgingDays = new("aging-days", new StageTypeShape<int>(new WholeNumberShape(1, 1000)), Defaults.AgingDays,
        "More days than these in a stage of the type are too many, where there are too few stays to tell. Replaces the default list as a whole.");

    private static readonly Key<int> AgingLeastStays = new("aging-least-stays", new WholeNumberShape(1, 10_000), Defaults.AgingLeastStays,
        "So many completed stays in a stage and segment give its 75th percentile; of fewer, aging-days counts.");

    private static readonly Key<int> AgingMonths = new("aging-months", new WholeNumberShape(1, 60), Defaults.AgingMonths,
        "Stays count that ended within so many months; the org's stage history is read for them and for a year before, once a day.");

    private static readonly Key<decimal> LongMedians = new("long-medians", new AmountShape("number", 100), Defaults.LongMedians,
        "So many times the median of the stays in a stage is high.");

    private static readonly Key<int> NoProgressDays = new("no-progress-days", Days, Defaults.NoProgressDays,
        "A deal of which nothing has moved for so many days is stalled.");

    private static readonly Key<int> CloseDateReviewDays = new("close-date-review-days", Days, Defaults.CloseDateReviewDays,
        "The close date is to be reconfirmed within so many days after entry to pov, commercial or commitment.");

    public override IReadOnlyList<Key> Keys { get; } =
    [
        Exit,
        ExitChecklists,
        AgingDays,
        AgingLeastStays,
        AgingMonths,
        LongMedians,
        NoProgressDays,
        CloseDateReviewDays,
    ];

    protected override StageRulesPolicy Build(SectionValues values) => new()
    {
        Exit = values.Get(Exit),
        ExitChecklists = values.Get(ExitChecklists),
        AgingDays = values.Get(AgingDays),
        AgingLeastStays = values.Get(AgingLeastStays),
        AgingMonths = values.Get(AgingMonths),
        LongMedians = values.Get(LongMedians),
        NoProgressDays = values.Get(NoProgressDays),
        CloseDateReviewDays = values.Get(CloseDateReviewDays),
    };
}
