using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

internal sealed class MeddpiccSection : Section<MeddpiccPolicy>
{
    private static readonly MeddpiccPolicy Defaults = new();

    private static readonly WholeNumberShape Days = new(0, 1000);

    private static readonly AmountShape Money = new("amount of money", 1_000_000_000_000m);

    private static readonly TextShape Level = new(60, "level");

    private static readonly Key<int> StrongPain = new("strong-pain", new WholeNumberShape(0, 10), Defaults.StrongPain,
        "A pain score below this is low.");

    private static readonly Key<int> ScorecardWins = new("scorecard-wins", new WholeNumberShape(0, 10), Defaults.ScorecardWins,
        "By commercial so many of ten decision criteria are to be won.");

    private static readonly Key<IReadOnlyDictionary<string, int>> BuyerLevels = new("buyer-levels", new MapShape<int>(Level, new WholeNumberShape(1, 100), StringComparer.OrdinalIgnoreCase), Defaults.BuyerLevels,
        "Values of Economic_Buyer_Level__c and their rank: a higher one decides on more money. Replaces the default list as a whole.");

    private static readonly Key<string> SmallLevel = new("small-level", Level, Defaults.SmallLevel,
        "The level that an amount below middle-from needs, or one of its rank or above.");

    private static readonly Key<string> MiddleLevel = new("middle-level", Level, Defaults.MiddleLevel,
        "The level that an amount from middle-from to middle-to needs.");

    private static readonly Key<string> LargeLevel = new("large-level", Level, Defaults.LargeLevel,
        "The level that an amount above middle-to needs.");

    private static readonly Key<decimal> MiddleFrom = new("middle-from", Money, Defaults.MiddleFrom,
        "From this amount on, inclusive, middle-level is needed.");

    private static readonly Key<decimal> MiddleTo = new("middle-to", Money, Defaults.MiddleTo,
        "Up to this amount, inclusive, middle-level suffices.");

    private static readonly Key<int> ActiveContacts = new("active-contacts", new WholeNumberShape(1, 20), Defaults.ActiveContacts,
        "Fewer contacts with activity than this make a deal single-threaded.");

    private static readonly Key<int> ContactActivityDays = new("contact-activity-days", Days, Defaults.ContactActivityDays,
        "A contact is active with activity in so many days.");

    private static readonly Key<int> MsaDays = new("msa-days", Days, Defaults.MsaDays,
        "The MSA is to be sent within so many days from the start of the POV.");

    private static readonly Key<decimal> SmallBudget = new("small-budget", Money, Defaults.SmallBudget,
        "A budget of an enterprise deal up to this amount is small.");

    private static readonly Key<int> LongTimelineMonths = new("long-timeline-months", new WholeNumberShape(1, 60), Defaults.LongTimelineMonths,
        "A decision expected more than so many months from now is far.");

    private static readonly Key<int> PovEndingDays = new("pov-ending-days", Days, Defaults.PovEndingDays,
        "The end of a POV is near (medium) within so many days.");

    private static readonly Key<int> PovEndingSoonDays = new("pov-ending-soon-days", Days, Defaults.PovEndingSoonDays,
        "The end of a POV is very near (high) within so many days.");

    private static readonly Key<int> StaleDays = new("stale-days", Days, Defaults.StaleDays,
        "What a letter says is stale more than so many days after its last change.");

    private static readonly Key<IReadOnlyList<string>> Placeholders = new("placeholders", new ListShape<string>(new TextShape(TextShape.SalesforceLength), text => text, StringComparer.OrdinalIgnoreCase), Defaults.Placeholders,
        "Texts that say nothing, whatever their case. Replaces the default list as a whole.");

    private static readonly Key<int> RepeatedTexts = new("repeated-texts", new WholeNumberShape(2, 1000), Defaults.RepeatedTexts,
        "The same text on so many open deals of one owner says nothing either.");

    private static readonly Key<decimal> DealReviewAbove = new("deal-review-above", Money, Defaults.DealReviewAbove,
        "Deals above this amount are on the bi-weekly deal review once they have come to pov.");

    private static readonly Key<IReadOnlyList<ChecklistItem>> Letters = new("letters", ChecklistItemSection.List(least: 1), Defaults.Letters,
        "The letters of MEDDPICC, each filled when all of its fields are. Replaces the default list as a whole.");

    private static readonly Key<IReadOnlyDictionary<string, DaysLeft>> DaysLeft = new("days-left", new MapShape<DaysLeft>(new TextShape(60, "segment"), new DaysLeftSection(), StringComparer.Ordinal), Defaults.DaysLeft,
        "How long the steps of a sale take, by segment. A segment that is not listed is not asked. Replaces the default list as a whole.");

    public override IReadOnlyList<Key> Keys { get; } =
    [
        StrongPain,
        ScorecardWins,
        BuyerLevels,
        SmallLevel,
        MiddleLevel,
        LargeLevel,
        MiddleFrom,
        MiddleTo,
        ActiveContacts,
        ContactActivityDays,
        MsaDays,
        SmallBudget,
        LongTimelineMonths,
        PovEndingDays,
        PovEndingSoonDays,
        StaleDays,
        Placeholders,
        RepeatedTexts,
        DealReviewAbove,
        Letters,
        DaysLeft,
    ];

    protected override MeddpiccPolicy Build(SectionValues values)
    {
        foreach (var level in new[] { SmallLevel, MiddleLevel, LargeLevel })
        {
            if (!values.Get(BuyerLevels).ContainsKey(values.Get(level)))
                values.PlaceOf(level).Refuse($"{Wording.Quoted(values.Get(level))} is no level of buyer-levels; expected one of {string.Join(", ", values.Get(BuyerLevels).Keys)}");
        }

        if (values.Get(MiddleFrom) > values.Get(MiddleTo))
            values.Refuse("middle-from is above middle-to; expected the lower amount first");
        if (values.Get(PovEndingSoonDays) > values.Get(PovEndingDays))
            values.Refuse("pov-ending-soon-days is more than pov-ending-days; the nearer end weighs more");
        return new MeddpiccPolicy
        {
            StrongPain = values.Get(StrongPain),
            ScorecardWins = values.Get(ScorecardWins),
            BuyerLevels = values.Get(BuyerLevels),
            SmallLevel = values.Get(SmallLevel),
            MiddleLevel = values.Get(MiddleLevel),
            LargeLevel = values.Get(LargeLevel),
            MiddleFrom = values.Get(MiddleFrom),
            MiddleTo = values.Get(MiddleTo),
            ActiveContacts = values.Get(ActiveContacts),
            ContactActivityDays = values.Get(ContactActivityDays),
            MsaDays = values.Get(MsaDays),
            SmallBudget = values.Get(SmallBudget),
            LongTimelineMonths = values.Get(LongTimelineMonths),
            PovEndingDays = values.Get(PovEndingDays),
            PovEndingSoonDays = values.Get(PovEndingSoonDays),
            StaleDays = values.Get(StaleDays),
            Placeholders = values.Get(Placeholders),
            RepeatedTexts = values.Get(RepeatedTexts),
            DealReviewAbove = values.Get(DealReviewAbove),
            Letters = values.Get(Letters),
            DaysLeft = values.Get(DaysLeft),
        };
    }
}
