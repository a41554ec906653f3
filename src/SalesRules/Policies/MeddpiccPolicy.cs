namespace SalesRules.Policies;

/// <summary>The settings of catalogue section 6. Money is in the policy's currency.</summary>
public sealed record MeddpiccPolicy
{
    private static readonly string[] DefaultPlaceholders =
        ["tbd", "tba", "tbc", "n/a", "na", "n.a.", "xx", "xxx", "unknown", "todo", "to do", "asdf", "test", "--"];

    /// <summary>A pain below this score, 0 to 10, disqualifies (P: 7).</summary>
    public int StrongPain { get; init; } = 7;

    /// <summary>Of ten decision criteria, so many have to be won by commercial (P: 8).</summary>
    public int ScorecardWins { get; init; } = 8;

    /// <summary>Each level of an economic buyer, from 1 up; levels of one rank are worth the same.</summary>
    public IReadOnlyDictionary<string, int> BuyerLevels { get; init; } = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase)
    {
        ["Manager"] = 1,
        ["Director"] = 2,
        ["VP Engineering"] = 3,
        ["CTO"] = 3,
        ["CFO"] = 4,
        ["CEO"] = 5,
        ["Board"] = 5,
    };

    /// <summary>The level that amounts below <see cref="MiddleFrom"/> need.</summary>
    public string SmallLevel { get; init; } = "VP Engineering";

    /// <summary>The level that amounts from <see cref="MiddleFrom"/> to <see cref="MiddleTo"/> need, both inclusive.</summary>
    public string MiddleLevel { get; init; } = "CFO";

    /// <summary>The level that larger amounts need.</summary>
    public string LargeLevel { get; init; } = "CEO";

    public decimal MiddleFrom { get; init; } = 500_000;

    public decimal MiddleTo { get; init; } = 1_000_000;

    /// <summary>Fewer contacts with activity than this make a deal single-threaded.</summary>
    public int ActiveContacts { get; init; } = 2;

    /// <summary>A contact is active with activity in so many days.</summary>
    public int ContactActivityDays { get; init; } = 30;

    /// <summary>The MSA is to be sent within so many days from the POV's start (P: week 1).</summary>
    public int MsaDays { get; init; } = 7;

    /// <summary>A budget of an enterprise deal up to this amount is small.</summary>
    public decimal SmallBudget { get; init; } = 100_000;

    /// <summary>A decision expected more than so many months from now is far.</summary>
    public int LongTimelineMonths { get; init; } = 6;

    /// <summary>The end of a POV is near (medium) within so many days.</summary>
    public int PovEndingDays { get; init; } = 14;

    /// <summary>The end of a POV is very near (high) within so many days.</summary>
    public int PovEndingSoonDays { get; init; } = 7;

    /// <summary>What a letter says is stale more than so many days after it was last changed.</summary>
    public int StaleDays { get; init; } = 90;

    /// <summary>Texts that say nothing, whatever their case.</summary>
    public IReadOnlyList<string> Placeholders
    {
        get => placeholders;
        init => (placeholders, longestPlaceholder) = ([.. value], Longest(value));
    }

    // An array: every text of every deal is compared with each of them.
    private readonly string[] placeholders = DefaultPlaceholders;

    // Most texts are longer than any of them, and need no comparison.
    private readonly int longestPlaceholder = Longest(DefaultPlaceholders);

    /// <summary>The same text on so many open deals of one owner is a placeholder too.</summary>
    public int RepeatedTexts { get; init; } = 5;

    /// <summary>Deals above this amount are on the bi-weekly deal review (P: 100K).</summary>
    public decimal DealReviewAbove { get; init; } = 100_000;

    /// <summary>The eight letters, each filled when all of its fields are.</summary>
    public IReadOnlyList<ChecklistItem> Letters { get; init; } =
    [
        new("Metrics", ["Metrics_Baseline__c", "Metrics_Target__c", "Metrics_Success_Criterion__c"]),
        new("Economic buyer", ["Economic_Buyer__c"]),
        new("Decision criteria", ["Decision_Criteria__c"]),
        new("Decision process", ["Decision_Process__c"]),
        new("Paper process", ["Paper_Process__c"]),
        new("Identified pain", ["Pain__c"]),
        new("Champion", ["Champion__c"]),
        new("Competition", ["Competition__c"]),
    ];

    /// <summary>How long what is left of a sale takes, by segment; a segment that is not among them is not asked.</summary>
    public IReadOnlyDictionary<string, DaysLeft> DaysLeft { get; init; } = new Dictionary<string, DaysLeft>(StringComparer.Ordinal)
    {
        [SegmentMap.Enterprise] = Policies.DaysLeft.Enterprise,
        [SegmentMap.Commercial] = Policies.DaysLeft.Commercial,
    };

    /// <summary>Whether the text is one that says nothing.</summary>
    public bool IsPlaceholder(ReadOnlySpan<char> text)
    {
        if (text.Length > longestPlaceholder)
            return false;
        foreach (var placeholder in placeholders)
        {
            if (text.Length == placeholder.Length && text.Equals(placeholder, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static int Longest(IReadOnlyList<string> texts) => texts.Count == 0 ? 0 : texts.Max(text => text.Length);

    /// <summary>The level that an amount needs.</summary>
    public string LevelFor(decimal amount) => amount < MiddleFrom ? SmallLevel : amount <= MiddleTo ? MiddleLevel : LargeLevel;
}
