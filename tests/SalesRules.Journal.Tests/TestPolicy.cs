using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Journal.Tests;

/// <summary>The policy that the journal's tests decide by.</summary>
internal static class TestPolicy
{
    public static Policy Default { get; } = new()
    {
        Hash = "sha256:test",
        Stages = new StageMap(
        [
            new("Discovery", StageType.Discovery, 2),
            new("Technical Validation", StageType.TechnicalValidation, 3),
            new("POV", StageType.Pov, 5),
            new("Commercial", StageType.Commercial, 6),
            new("Closed Won", StageType.ClosedWon, 8),
            new("Closed Lost", StageType.ClosedLost, 9),
        ]),
        Motions = new MotionMap(new Dictionary<string, Motion> { ["New Business"] = Motion.NewBusiness }, Motion.NewBusiness),
        TimeZone = TimeZoneInfo.Utc,
        Fiscal = new FiscalCalendar(1),
        Business = new BusinessCalendar(new HashSet<DateOnly>()),
        Forecast = new ForecastPolicy(),
        Pov = new PovPolicy
        {
            ReturnStage = "Technical Validation",
            Work = Pillars.All.ToDictionary(pillar => pillar, pillar => $"Work on {pillar}"),
            TotalWork = "Work on the total",
            ScoreWork = "Score the rest",
        },
        Overrides = new OverridePolicy(),
        Tasks = new TaskPolicy { Rules = new HashSet<string> { "forecast.score-required", "pov.deferred", "pov.conditions" } },
        Severities = new Dictionary<string, Severity?>(),
        Fields = FieldMap.Default,
    };

    public static Policy Without(params string[] fields) =>
        Default with { Fields = new FieldMap(fields.ToDictionary(field => field, _ => (string?)null)) };
}
