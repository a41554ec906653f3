using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Tests;

/// <summary>The policy that rule tests decide by: one stage of each type, the catalogue's defaults, no limit on running POVs.</summary>
internal static class TestPolicy
{
    public const string ReturnStage = "Technical Validation";

    /// <summary>Good Friday and Easter Monday of 2026 and the New Year's Day after it.</summary>
    public static IReadOnlySet<DateOnly> Holidays { get; } = new HashSet<DateOnly> { new(2026, 4, 3), new(2026, 4, 6), new(2027, 1, 1) };

    public static IReadOnlyList<Stage> OneOfEachType { get; } =
    [
        new("Qualification", StageType.Qualification, 1),
        new("Discovery", StageType.Discovery, 2),
        new("Technical Validation", StageType.TechnicalValidation, 3),
        new("Old Validation", StageType.TechnicalValidation, 3, Active: false),
        new("Solution", StageType.Solution, 4),
        new("POV", StageType.Pov, 5),
        new("Commercial", StageType.Commercial, 6),
        new("Commitment", StageType.Commitment, 7),
        new("Closed Won", StageType.ClosedWon, 8),
        new("Closed Lost", StageType.ClosedLost, 9),
    ];

    /// <summary>The catalogue's own names, and a field for each input that an organisation maps.</summary>
    private static FieldMap Mapped { get; } = new(OpportunityFields.All.Where(field => field.IsMapped).ToDictionary(field => field.ApiName, field => (string?)$"{field.ApiName}__c"));

    public static Policy Default { get; } = new()
    {
        Hash = "sha256:test",
        Stages = new StageMap(OneOfEachType),
        Motions = new MotionMap(
            new Dictionary<string, Motion>
            {
                ["New Business"] = Motion.NewBusiness,
                ["New Customer"] = Motion.NewBusiness,
                ["Existing Business"] = Motion.Expansion,
                ["Existing Customer*"] = Motion.Expansion,
                ["Renewal"] = Motion.Renewal,
            },
            Motion.NewBusiness),
        Segments = new SegmentMap(
            new Dictionary<string, string> { ["Enterprise"] = SegmentMap.Enterprise, ["Commercial"] = SegmentMap.Commercial, ["Midmarket"] = "midmarket" }, otherwise: null),
        TimeZone = TimeZoneInfo.Utc,
        Fiscal = new FiscalCalendar(1),
        Business = new BusinessCalendar(Holidays),
        Forecast = new ForecastPolicy(),
        Pov = new PovPolicy
        {
            ReturnStage = ReturnStage,
            Work = Pillars.All.ToDictionary(pillar => pillar, pillar => $"Work on {pillar}"),
            TotalWork = "Work on the total",
            ScoreWork = "Score the rest",
        },
        Overrides = new OverridePolicy { Roles = new HashSet<string> { "VP Sales" } },
        Tasks = new TaskPolicy { Rules = new HashSet<string> { "forecast.score-required", "pov.deferred", "pov.conditions" } },
        Severities = new Dictionary<string, Severity?>(),
        Fields = Mapped,
    };

    /// <summary>An org that has two stages of type pov, as some do.</summary>
    public static StageMap TwoPovStages { get; } = new(
    [
        .. OneOfEachType.Where(stage => stage.Order < 5),
        new Stage("POV Setup", StageType.Pov, 5),
        new Stage("POV Run", StageType.Pov, 6),
        new Stage("Commercial", StageType.Commercial, 7),
        new Stage("Closed Won", StageType.ClosedWon, 8),
        new Stage("Closed Lost", StageType.ClosedLost, 9),
    ]);

    public static Policy WithAbsent(this Policy policy, params string[] fields) =>
        policy with { Fields = policy.Fields.Without(fields.Select(OpportunityFields.Get)) };

    public static Policy WithSeverity(this Policy policy, string rule, Severity? severity) =>
        policy with { Severities = new Dictionary<string, Severity?> { [rule] = severity } };

    public static Policy EffectiveFrom(this Policy policy, DateOnly day) => policy with { Pov = policy.Pov with { EffectiveOn = day } };
}
