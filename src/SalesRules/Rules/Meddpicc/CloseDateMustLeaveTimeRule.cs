using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Meddpicc;

/// <summary>
/// The close date leaves the time that the rest of the sale takes in its segment. Source: P "Timeline: 90 days" for enterprise, "30
/// days" for commercial; catalogue section 6, days left.
/// </summary>
public sealed class CloseDateMustLeaveTimeRule : IRule
{
    public string Id => "meddpicc.unrealistic-close";

    public string Condition => "the close date comes before the rest of the sale can be done: today and the days left of the deal's segment and stage";

    public bool CountsForRisk => true;

    public string Weighs => "medium";

    public Reach Reach { get; } = Reach.OpenDealsInAStage;

    public IReadOnlyList<string> Needs { get; } = ["CloseDate"];

    public IReadOnlyList<string> Reads { get; } = ["Segment__c", "POV_Start__c", "POV_End__c"];

    public IReadOnlyList<string> Settings { get; } = ["meddpicc.days-left", "segments"];

    public RuleOutcome Apply(Deal deal)
    {
        if (deal.Opportunity.CloseDate is not { } close)
            return RuleOutcome.Clear;
        if (deal.Segment is null)
            return RuleOutcome.NotRun;
        return Terms(deal) is { } terms && close < Earliest(deal, terms) ? new Finding(Id, Severity.Medium, deal) : RuleOutcome.Clear;
    }

    /// <summary>What lasts says the days of the steps; the day that they end on moves with every day and is said on the day.</summary>
    public Explanation Explain(Deal deal)
    {
        var terms = Terms(deal)!;
        var earliest = Earliest(deal, terms);
        var message = $"The close date {Sentences.Date(deal.Opportunity.CloseDate!.Value)} leaves less time than the rest of the sale takes in segment {deal.Segment}: {Steps(deal, terms)}";
        return new Explanation
        {
            Message = $"{message}.",
            Evidence = [deal.Saw("CloseDate", FieldValue.Of("time for the rest of the sale")), deal.Saw("Segment__c", FieldValue.Null)],
            OnTheDay = new Explanation
            {
                Message = $"{message}, to {Sentences.Date(earliest)} at the earliest.",
                Evidence = [deal.Saw("CloseDate", FieldValue.Of(earliest)), deal.Saw("Segment__c", FieldValue.Null)],
                Fix = [new Fix(deal.NameOf("CloseDate"), FieldValue.Of(earliest))],
            },
        };
    }

    /// <summary>Null: the policy has no days for the segment.</summary>
    private static DaysLeft? Terms(Deal deal) => deal.Segment is { } segment ? deal.Policy.Meddpicc.DaysLeft.GetValueOrDefault(segment) : null;

    private static DateOnly Earliest(Deal deal, DaysLeft terms) => deal.Today.Plus(terms.In(deal.Stage!.Type, LeftOfPov(deal, terms)));

    private static int? LeftOfPov(Deal deal, DaysLeft terms)
    {
        if (PovEnd(deal, terms) is not { } end)
            return null;
        return Math.Max(0, end.DayNumber - deal.Today.DayNumber);
    }

    private static DateOnly? PovEnd(Deal deal, DaysLeft terms) => deal.Opportunity.PovEnd ?? deal.Opportunity.PovStart?.Plus(terms.Pov);

    private static string Steps(Deal deal, DaysLeft terms)
    {
        var stage = deal.Stage!.Type;
        var most = terms.InAll is { } inAll ? $", {FieldValue.Of(inAll)} days at most" : "";
        return stage == StageType.Pov && PovEnd(deal, terms) is { } end
            ? $"a POV until {Sentences.Date(end)} and {FieldValue.Of(terms.AfterPov)} days to the signature{most}"
            : $"{FieldValue.Of(terms.In(stage, leftOfPov: null))} days";
    }
}
