using SalesRules.Decisions;
using SalesRules.Expressions;
using SalesRules.Policies.Reading.Shapes;
using SalesRules.Rules.Custom;
using SalesRules.Snapshots;

namespace SalesRules.Policies.Reading.Sections;

/// <summary>The whole file.</summary>
internal sealed class PolicySection : Section<Policy>
{
    private static readonly Key<BusinessSettings> Business = new("business", new BusinessSection(), BusinessSettings.Default,
        "When a day begins, which days are worked and where the fiscal year starts.");

    internal static readonly Key<IReadOnlyList<Stage>> Stages = new("stages",
        new ListShape<Stage>(new StageSection(), stage => stage.Name, StringComparer.OrdinalIgnoreCase, least: 1, nameKey: "name"),
        "The org's opportunity stages from first to last, each mapped to what it is for. Rules speak of types and order, never of names.");

    private static readonly Key<MotionMap> Motions = new("motions", new MotionsSection(), MotionsSection.DefaultMap,
        "Which kind of sale an opportunity's Type means.");

    private static readonly Key<ForecastPolicy> Forecast = new("forecast", new ForecastSection(), new ForecastPolicy(),
        "How the forecast category follows the MIQL score.");

    private static readonly Key<PovSettings> Pov = new("pov", new PovSection(), PovSettings.Default,
        "The gate that releases SE hours for a POV. Its hard floors, O = 2 and Q = 2, are no settings.");

    internal static readonly Key<SegmentMap> Segments = new("segments", new SegmentsSection(), SegmentMap.Default,
        "Which segment a value of Segment__c means.");

    private static readonly Key<MeddpiccPolicy> Meddpicc = new("meddpicc", new MeddpiccSection(), new MeddpiccPolicy(),
        "What MEDDPICC asks for. Money is in the currency of Amount.");

    private static readonly Key<StageRulesPolicy> StageRules = new("stage-rules", new StageRulesSection(), new StageRulesPolicy(),
        "How deals move through the stages: exit checklists, aging, progress.");

    private static readonly Key<HygienePolicy> Hygiene = new("hygiene", new HygieneSection(), new HygienePolicy(),
        "What keeps the pipeline readable: minimum fields, activity, pushes, duplicates, names.");

    private static readonly Key<ClosingPolicy> Closing = new("closing", new ClosingSection(), new ClosingPolicy(),
        "The closing week, the deal desk and the hand-off.");

    private static readonly Key<RenewalPolicy> Renewals = new("renewals", new RenewalsSection(), new RenewalPolicy(),
        "What a renewal needs, and by when.");

    private static readonly Key<QualificationPolicy> Qualification = new("qualification", new QualificationSection(), new QualificationPolicy(),
        "What the points of intent and readiness mean.");

    private static readonly Key<RetentionPolicy> Retention = new("retention", new RetentionSection(), new RetentionPolicy(),
        "When a customer slips away, and when the agreed outcome is on track. Asked of renewals, where their fields are mapped.");

    private static readonly Key<RiskPolicy> Risk = new("risk", new RiskSection(), new RiskPolicy(),
        "How findings add up to a deal's risk.");

    private static readonly Key<HistoryPolicy> History = new("history", new HistorySection(), new HistoryPolicy(),
        "What is kept of a deal's history in Salesforce.");

    private static readonly Key<LeadPolicy> Leads = new("leads", new LeadsSection(), new LeadPolicy(),
        "Routing and response of leads, and who gets those that wait in a queue; docs/leads.md says how.");

    private static readonly Key<OverridePolicy> Overrides = new("overrides", new OverridesSection(), new OverridePolicy(),
        "How long and by whom a forecast category may be held against its ceiling. Nothing overrides the POV gate.");

    private static readonly Key<TaskPolicy> Tasks = new("tasks", new TasksSection(), TasksSection.DefaultTasks,
        "Which rules make tasks, for whom and until when.");

    private static readonly Key<ChangeBudget> ChangeBudget = new("change-budget", new ChangeBudgetSection(), new ChangeBudget(),
        "How much one run may correct of what people own. A run that would correct more stops before its first write, until a person approves it.");

    private static readonly Key<AlertPolicy> Alerts = new("alerts", new AlertsSection(), new AlertPolicy(),
        "Who hears of what, and in which words; docs/alerts.md says what raises an alert.");

    private static readonly Key<PortfolioPolicy> Portfolio = new("portfolio", new PortfolioSection(), new PortfolioPolicy(),
        "Targets, weights, probabilities and benchmarks of the portfolio's figures; docs/portfolio.md says what each figure means.");

    private static readonly Key<IReadOnlyDictionary<string, Severity?>> Severities = new("severities",
        new MapShape<Severity?>(
            new RuleNameShape(ofAll: true),
            new ChoiceShape<Severity?>("severity", [.. Enum.GetValues<Severity>().Select(severity => (severity.Name(), (Severity?)severity)), ("off", null)]),
            StringComparer.Ordinal),
        new Dictionary<string, Severity?>(),
        "Severities that differ from the rules' own, by rule id; off switches a rule off.");

    private static readonly Key<IReadOnlyDictionary<string, MessageTemplate?>> Texts = new("texts",
        new MapShape<MessageTemplate?>(new RuleNameShape(), new TemplateShape("text", replaces: true), StringComparer.Ordinal),
        new Dictionary<string, MessageTemplate?>(),
        "What findings say in your words, by rule id, on the record, in explain and in tasks made of the sentence.");

    private static readonly Key<DigestsPolicy> Digests = new("digests", new DigestsSection(), new DigestsPolicy(),
        "What the pre-reads show, in which words, and who gets them; docs/digests.md says what each holds.");

    internal static readonly Key<IReadOnlyList<CustomRule>> CustomRules = new("custom-rules",
        new ListShape<CustomRule>(new CustomRuleSection(), rule => rule.Id, StringComparer.Ordinal, nameKey: "id"),
        [],
        "Rules of your own. Their ids may stand in severities and tasks.rules as the catalogue's do.");

    internal static readonly Key<FieldMap> Fields = new("fields", new FieldMapShape(), FieldMap.Default,
        "The org's API names of the catalogue's fields where they differ; null for a field that the org has not.");

    public override IReadOnlyList<Key> Keys { get; } = [Business, Stages, Motions, Segments, Forecast, Pov, Renewals, Meddpicc, StageRules, Hygiene, Closing, Qualification, Retention, Risk, History, Leads, Overrides, Tasks, ChangeBudget, Alerts, Portfolio, Severities, Texts, Digests, CustomRules, Fields];

    protected override Policy Build(SectionValues values)
    {
        var stages = new StageMap(StageSection.Ordered(values.Get(Stages)));
        var business = values.Get(Business);
        return new Policy
        {
            Hash = "",
            Stages = stages,
            Motions = values.Get(Motions),
            TimeZone = business.TimeZone,
            Fiscal = business.Fiscal,
            Business = business.Calendar,
            Forecast = values.Get(Forecast),
            Pov = values.Get(Pov).With(stages, values.PlaceOf(Stages)),
            Segments = values.Get(Segments),
            Renewals = values.Get(Renewals),
            Meddpicc = values.Get(Meddpicc),
            StageRules = values.Get(StageRules),
            Hygiene = values.Get(Hygiene),
            Closing = values.Get(Closing),
            Qualification = values.Get(Qualification),
            Retention = values.Get(Retention),
            Risk = values.Get(Risk),
            History = values.Get(History),
            Leads = values.Get(Leads),
            Overrides = values.Get(Overrides),
            Tasks = values.Get(Tasks).With(values.Get(CustomRules)),
            ChangeBudget = values.Get(ChangeBudget),
            Alerts = values.Get(Alerts),
            Portfolio = values.Get(Portfolio),
            Severities = values.Get(Severities),
            Texts = values.Get(Texts).ToDictionary(text => text.Key, text => text.Value!, StringComparer.Ordinal),
            Digests = values.Get(Digests),
            CustomRules = values.Get(CustomRules),
            Fields = values.Get(Fields),
        };
    }
}
