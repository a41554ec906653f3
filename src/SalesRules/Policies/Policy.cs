using SalesRules.Decisions;
using SalesRules.Expressions;
using SalesRules.Rules.Custom;
using SalesRules.Schemas;
using SalesRules.Snapshots;

namespace SalesRules.Policies;

/// <summary>
/// Everything of the rule catalogue that an organisation may change, validated and immutable. Made from policy.yaml by
/// <c>PolicyFile</c>; two equal files have equal hashes.
/// </summary>
public sealed record Policy
{
    /// <summary>"sha256:" and 64 hex digits over the file's text with line ends as LF.</summary>
    public required string Hash { get; init; }

    public required StageMap Stages { get; init; }

    public required MotionMap Motions { get; init; }

    /// <summary>Where "today" is decided.</summary>
    public required TimeZoneInfo TimeZone { get; init; }

    public required FiscalCalendar Fiscal { get; init; }

    public required BusinessCalendar Business { get; init; }

    public required ForecastPolicy Forecast { get; init; }

    public required PovPolicy Pov { get; init; }

    public required OverridePolicy Overrides { get; init; }

    public required TaskPolicy Tasks { get; init; }

    public SegmentMap Segments { get; init; } = SegmentMap.Default;

    public MeddpiccPolicy Meddpicc { get; init; } = new();

    public StageRulesPolicy StageRules { get; init; } = new();

    public HygienePolicy Hygiene { get; init; } = new();

    public ClosingPolicy Closing { get; init; } = new();

    public RenewalPolicy Renewals { get; init; } = new();

    public QualificationPolicy Qualification { get; init; } = new();

    public RetentionPolicy Retention { get; init; } = new();

    public LeadPolicy Leads { get; init; } = new();

    public RiskPolicy Risk { get; init; } = new();

    public HistoryPolicy History { get; init; } = new();

    /// <summary>How much one run may correct before a person has to approve it.</summary>
    public ChangeBudget ChangeBudget { get; init; } = new();

    /// <summary>Who hears of what, and in which words.</summary>
    public AlertPolicy Alerts { get; init; } = new();

    /// <summary>Targets, weights and benchmarks of the portfolio's figures.</summary>
    public PortfolioPolicy Portfolio { get; init; } = new();

    /// <summary>Severities that differ from the rules' own, by rule id; null switches the rule off.</summary>
    public required IReadOnlyDictionary<string, Severity?> Severities { get; init; }

    /// <summary>What findings say in the organisation's words, by rule id.</summary>
    public IReadOnlyDictionary<string, MessageTemplate> Texts { get; init; } = new Dictionary<string, MessageTemplate>();

    /// <summary>What the pre-reads show, in which words, and who gets them.</summary>
    public DigestsPolicy Digests { get; init; } = new();

    /// <summary>The organisation's own rules, in the file's order.</summary>
    public IReadOnlyList<CustomRule> CustomRules { get; init; } = [];

    public required FieldMap Fields { get; init; }

    /// <summary>What the org lacks of what the policy counts on; none where no org is asked, as in `evaluate`.</summary>
    public SchemaDrift Drift { get; init; } = SchemaDrift.None;

    /// <summary>The policy as it can be carried out in an org that lacks so much: fields that are gone are absent, and nothing is moved into a retired stage.</summary>
    public Policy Under(SchemaDrift drift) => drift.IsNone ? this : this with
    {
        Drift = drift,
        Fields = Fields.Without(drift.Unreadable),
        Stages = Stages.Without([.. drift.Retired.Where(value => value.Field.ApiName == "StageName").Select(value => value.Value)]),
    };

    /// <summary>The business date of an instant.</summary>
    public DateOnly DayOf(DateTimeOffset instant) => instant.DayIn(TimeZone);

    /// <summary>The first instant of a business date.</summary>
    public DateTimeOffset StartOf(DateOnly day) => day.StartIn(TimeZone);

    /// <summary>The organisation's words for what a rule found; null where it has none, or the org lacks a field that they show.</summary>
    internal MessageTemplate? TextOf(string rule) => Texts.Count > 0 && Texts.TryGetValue(rule, out var text) && text.Fields.All(field => Fields.Has(field.ApiName)) ? text : null;

    /// <summary>The severity in force: the policy's, else the rule's own; null when the policy switches the rule off.</summary>
    public Severity? SeverityOf(string rule, Severity own) => Severities.TryGetValue(rule, out var severity) ? severity : own;
}
