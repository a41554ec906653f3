using SalesRules.Decisions;
using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

internal sealed class RenewalsSection : Section<RenewalPolicy>
{
    private static readonly RenewalPolicy Defaults = new();

    private static readonly WholeNumberShape Days = new(0, 1000);

    private static readonly Key<int> QuartersAhead = new("quarters-ahead", new WholeNumberShape(0, 8), Defaults.QuartersAhead,
        "The window of renewals: the current fiscal quarter and so many after it.");

    private static readonly Key<int> ScoreDays = new("score-days", Days, Defaults.ScoreDays,
        "A score older than so many days is due.");

    private static readonly Key<int> SponsorDays = new("sponsor-days", Days, Defaults.SponsorDays,
        "The economic buyer is to be met at least every so many days, or a meeting lies ahead.");

    private static readonly Key<int> PerformanceFileDays = new("performance-file-days", Days, Defaults.PerformanceFileDays,
        "The performance file is to be there so many days before the close date.");

    private static readonly Key<int> ExpansionTotal = new("expansion-total", new WholeNumberShape(0, 10), Defaults.ExpansionTotal,
        "A renewal with at least this total, and Insight and Quantify at 2, is a lead for an expansion.");

    private static readonly Key<IReadOnlyDictionary<string, RiskLevel>> CsmViews = new("csm-views", new MapShape<RiskLevel>(new TextShape(TextShape.SalesforceLength, "value of CSM_View__c"), new ChoiceShape<RiskLevel>("risk", ("none", RiskLevel.None), ("low", RiskLevel.Low), ("medium", RiskLevel.Medium), ("high", RiskLevel.High)), StringComparer.OrdinalIgnoreCase), Defaults.CsmViews,
        "The risk that each value of CSM_View__c stands for. Replaces the default list as a whole.");

    public override IReadOnlyList<Key> Keys { get; } =
    [
        QuartersAhead,
        ScoreDays,
        SponsorDays,
        PerformanceFileDays,
        ExpansionTotal,
        CsmViews,
    ];

    protected override RenewalPolicy Build(SectionValues values) => new()
    {
        QuartersAhead = values.Get(QuartersAhead),
        ScoreDays = values.Get(ScoreDays),
        SponsorDays = values.Get(SponsorDays),
        PerformanceFileDays = values.Get(PerformanceFileDays),
        ExpansionTotal = values.Get(ExpansionTotal),
        CsmViews = values.Get(CsmViews),
    };
}
