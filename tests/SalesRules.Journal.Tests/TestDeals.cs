using System.Globalization;
using SalesRules.Snapshots;

namespace SalesRules.Journal.Tests;

/// <summary>Opportunities for tests. They start as ones that the rules leave in peace.</summary>
internal static class TestDeals
{
    public static readonly SalesforceId Owner = SalesforceId.Parse("005000000000001");

    public static SalesforceId Id(int number) => SalesforceId.Parse(string.Create(CultureInfo.InvariantCulture, $"006{number:D12}"));

    public static SalesforceId TaskId(int number) => SalesforceId.Parse(string.Create(CultureInfo.InvariantCulture, $"00T{number:D12}"));

    public static Opportunity Deal(int number = 1) => new Opportunity
    {
        Id = Id(number),
        Name = $"Deal {number}",
        OwnerId = Owner,
        OwnerIsActive = true,
        Amount = 50_000,
        StageName = "Technical Validation",
        ForecastCategoryName = "Best Case",
        Probability = 75,
        Type = "New Business",
        CloseDate = new DateOnly(2026, 3, 20),
        SystemModstamp = new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
        OutcomeEvidence = "Said by the CFO",
        MapsEvidence = "Org chart",
        InsightEvidence = "Workshop notes",
        QuantifyEvidence = "Business case",
        LeadershipEvidence = "Meeting with the CEO",
    }.Scored(2, 2, 2, 2, 2);

    /// <summary>Commit on a total of 7: corrected to Best Case.</summary>
    public static Opportunity TooHigh(int number = 1) =>
        Deal(number).Scored(2, 1, 1, 2, 1) with { ForecastCategoryName = "Commit", Probability = 95 };

    /// <summary>The hard floor O is missed and nothing else: one task, pov.deferred part O.</summary>
    public static Opportunity Deferred(int number = 1) => Deal(number).Scored(1, 2, 2, 2, 2);

    public static Opportunity Scored(this Opportunity deal, int? outcome, int? maps, int? insight, int? quantify, int? leadership) => deal with
    {
        Outcome = Score(outcome),
        Maps = Score(maps),
        Insight = Score(insight),
        Quantify = Score(quantify),
        Leadership = Score(leadership),
    };

    private static PillarScore Score(int? points) => points is { } number ? PillarScore.From(number) : PillarScore.Unscored;
}
