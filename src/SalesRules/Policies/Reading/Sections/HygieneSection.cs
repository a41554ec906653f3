using System.Text.RegularExpressions;
using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

internal sealed class HygieneSection : Section<HygienePolicy>
{
    private static readonly HygienePolicy Defaults = new();

    private static readonly WholeNumberShape Days = new(0, 1000);

    private static readonly Key<IReadOnlyDictionary<StageType, IReadOnlyList<string>>> MinimumFields = new("minimum-fields", new StageTypeShape<IReadOnlyList<string>>(new ListShape<string>(ChecklistItemSection.FieldShape, name => name, StringComparer.OrdinalIgnoreCase)), Defaults.MinimumFields,
        "The fields that a deal is to have by a stage of the type. Replaces the default lists as a whole.");

    private static readonly Key<int> PushesLow = new("pushes-low", new WholeNumberShape(1, 100), Defaults.PushesLow,
        "So many pushes of the close date are low.");

    private static readonly Key<int> PushesMedium = new("pushes-medium", new WholeNumberShape(1, 100), Defaults.PushesMedium,
        "So many pushes of the close date are medium.");

    private static readonly Key<int> ActivityDaysInCommit = new("activity-days-in-commit", Days, Defaults.ActivityDaysInCommit,
        "A deal in Commit has activity at least every so many days.");

    private static readonly Key<int> ActivityDays = new("activity-days", Days, Defaults.ActivityDays,
        "Any other deal has activity at least every so many days.");

    private static readonly Key<decimal> DuplicateAmountPercent = new("duplicate-amount-percent", new PercentShape(), Defaults.DuplicateAmountPercent,
        "Two amounts within so many per cent of the larger may be one deal.");

    private static readonly Key<decimal> DuplicateSimilarity = new("duplicate-similarity", new AmountShape("similarity", 1), Defaults.DuplicateSimilarity,
        "Two names of at least this trigram similarity may be one deal.");

    private static readonly Key<Regex?> NamePattern = new("name-pattern", new OptionalReferenceShape<Regex>(new PatternShape()), Defaults.NamePattern,
        "What a deal's name looks like. null: names are not checked.");

    private static readonly Key<string> NameHint = new("name-hint", new TextShape(TextShape.SalesforceLength), Defaults.NameHint,
        "The pattern in words, as findings say it.");

    public override IReadOnlyList<Key> Keys { get; } =
    [
        MinimumFields,
        PushesLow,
        PushesMedium,
        ActivityDaysInCommit,
        ActivityDays,
        DuplicateAmountPercent,
        DuplicateSimilarity,
        NamePattern,
        NameHint,
    ];

    protected override HygienePolicy Build(SectionValues values)
    {
        if (values.Get(PushesLow) > values.Get(PushesMedium))
            values.Refuse("pushes-low is more than pushes-medium; expected the lower number first");
        return new HygienePolicy
        {
            MinimumFields = values.Get(MinimumFields),
            PushesLow = values.Get(PushesLow),
            PushesMedium = values.Get(PushesMedium),
            ActivityDaysInCommit = values.Get(ActivityDaysInCommit),
            ActivityDays = values.Get(ActivityDays),
            DuplicateAmountPercent = values.Get(DuplicateAmountPercent),
            DuplicateSimilarity = values.Get(DuplicateSimilarity),
            NamePattern = values.Get(NamePattern),
            NameHint = values.Get(NameHint),
        };
    }
}
