using System.Collections.Frozen;
using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules.Closing;
using SalesRules.Rules.Forecast;
using SalesRules.Rules.Handoffs;
using SalesRules.Rules.Hygiene;
using SalesRules.Rules.Meddpicc;
using SalesRules.Rules.Miql;
using SalesRules.Rules.Overrides;
using SalesRules.Rules.PovGate;
using SalesRules.Rules.Qualification;
using SalesRules.Rules.Renewals;
using SalesRules.Rules.Retention;
using SalesRules.Rules.Stages;
using SalesRules.Snapshots;

namespace SalesRules.Rules;

/// <summary>
/// The rules in force under one policy. A pure function of record, context and policy: the same three give the same decision,
/// in any culture, time zone, thread count or row order.
/// </summary>
public sealed class RuleBook
{
    /// <summary>Every rule of the catalogue, listed by hand in its order: this list is the rule book.</summary>
    public static IReadOnlyList<IRule> All { get; } =
    [
        new PillarMustBeZeroOneOrTwoRule(),
        new ScoreNeedsEvidenceRule(),
        new StageMustBeMappedRule(),
        new MotionMustBeMappedRule(),

        new ReviewedCategoryNeedsScoreRule(),
        new CategoryMustNotExceedCeilingRule(),
        new CategoryMayRiseToCeilingRule(),
        new CommitMustCloseThisQuarterRule(),
        new ProbabilityMustFitCategoryRule(),
        new ClosedDealMustBeInItsCategoryRule(),

        new DeferredPovMustWaitRule(),
        new ConditionalPovHasConditionsRule(),
        new PovStageNeedsApprovalRule(),
        new PovMustNotStartUnapprovedRule(),
        new ApprovedPovMustKeepItsScoreRule(),
        new DealBeyondPovNeedsApprovalRule(),
        new PovEnteredBeforeTheGateRule(),
        new PovNeedsDatesAndSeRule(),
        new PovMustNotRunTooLongRule(),
        new DeferralMustNotGoStaleRule(),
        new ApprovedPovWaitsForCapacityRule(),

        new RenewalMustBeScoredRule(),
        new RenewalNeedsASpeakingSponsorRule(),
        new RenewalSponsorMustBeMetRule(),
        new RenewalChampionMustStayRule(),
        new RenewalNeedsACostOfSwitchingRule(),
        new CostOfSwitchingMustBeValidatedRule(),
        new WeakSaleForeshadowsAWeakRenewalRule(),
        new StrongRenewalIsALeadForExpansionRule(),
        new TwoViewsMustAgreeRule(),
        new RenewalNeedsAPerformanceFileRule(),

        new SaleSeedsItsRenewalRule(),
        new HandoffMustBeCompleteRule(),
        new WonDealNeedsAKickoffRule(),

        new DealNeedsAnEconomicBuyerRule(),
        new EconomicBuyerMustMatchAmountRule(),
        new DealNeedsAChampionRule(),
        new PainMustBeStrongRule(),
        new PainMustBeScoredRule(),
        new DealNeedsMetricsRule(),
        new DealNeedsDecisionCriteriaRule(),
        new DealNeedsADecisionProcessRule(),
        new DealNeedsAPaperProcessRule(),
        new BuyingProcessNeedsItsPeopleRule(),
        new DealNeedsTwoActiveContactsRule(),
        new CloseDateMustLeaveTimeRule(),
        new MsaMustBeSentEarlyRule(),
        new CompetitionMustBeAssessedRule(),
        new BudgetMustBeLargeEnoughRule(),
        new DecisionMustComeSoonRule(),
        new PovMustReachItsEndPreparedRule(),
        new PovMustNotOutstayItsEndRule(),
        new MeddpiccMustBeCompleteRule(),
        new LetterMustNotGoStaleRule(),
        new AnswerMustSaySomethingRule(),
        new LargeDealMustBeReviewedRule(),

        new StageMustBeLeftCompleteRule(),
        new DealNeedsAMutualActionPlanRule(),
        new OurStepsMustBeDoneInTimeRule(),
        new BackwardMoveNeedsAReasonRule(),
        new StageMustNotBeSkippedRule(),
        new StageChangeMustBeDocumentedRule(),
        new StageMustNotAgeRule(),
        new DealMustMakeProgressRule(),
        new CloseDateMustBeReviewedRule(),

        new MinimumFieldsMustBeFilledRule(),
        new DealNeedsANextStepRule(),
        new NextStepMustNotBeOverdueRule(),
        new CloseDateMustLieAheadRule(),
        new DealMustNotBePushedTwiceRule(),
        new DealMustHaveActivityRule(),
        new DealMustNotStandTwiceRule(),
        new NameMustFollowThePatternRule(),
        new StuckDealNamesItsBlockerRule(),
        new ClosingWeekMustBeOnScheduleRule(),
        new LegalQuestionMustBeAnsweredRule(),
        new ProposalNeedsADeskDecisionRule(),

        new QualificationGateMustBePassedRule(),
        new IntentNamesTheNextActionRule(),
        new BudgetAndProcurementMustMatchRule(),
        new ReadyDealClosesThePlanRule(),

        new RetentionRiskMustBeActedOnRule(),
        new ValueMustBeOnTrackRule(),

        new HoldMustBeValidRule(),
        new SetBackCorrectionIsLeftAloneRule(),
    ];

    private static readonly FrozenDictionary<string, IRule> ById = All.ToFrozenDictionary(rule => rule.Id);

    // More rules than this are many of the organisation's own.
    private const int OnTheStack = 256;

    private readonly RulesByKind byKind;

    public RuleBook(Policy policy)
    {
        Policy = policy;
        RuleInForce[] inForce = [.. InForce(policy).Select((rule, place) => new RuleInForce(rule, policy, place))];
        byKind = new RulesByKind(inForce, policy);
        Stopped = inForce.Where(rule => rule.IsStopped).Select(rule => rule.Id).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Where every correction is explained. It is not made where this cannot be written: reps must see why.</summary>
    public const string ExplanationField = "SalesRules_Reason__c";

    public Policy Policy { get; }

    /// <summary>The rules that do not run for any deal, because the org has lost something that they rest on.</summary>
    public IReadOnlySet<string> Stopped { get; }

    /// <summary>Every rule under that policy: the catalogue's, then the organisation's own.</summary>
    public static IEnumerable<IRule> Of(Policy policy) => All.Concat(policy.CustomRules);

    /// <summary>The rules that the policy has not switched off, in the book's order.</summary>
    public static IEnumerable<IRule> InForce(Policy policy) => Of(policy).Where(rule => policy.SeverityOf(rule.Id, Severity.Info) is not null);

    /// <summary>
    /// Every field that a rule's outcome rests on, but those that every org has. A rule that asks about the others' findings rests on
    /// whatever may change the risk.
    /// </summary>
    public static IEnumerable<string> RestsOn(IRule rule, Policy policy)
    {
        var own = rule.Needs.Concat(rule.Reads).Concat(rule.Reach.Reads).Concat(rule.ReadsUnder(policy));
        return rule is IRuleOnTheOthers ? own.Concat(InForce(policy).Where(other => other.CountsForRisk).SelectMany(other => RestsOn(other, policy))) : own;
    }

    /// <summary>Likewise what it rests on beside the record.</summary>
    public static IEnumerable<Surrounding> RestsAround(IRule rule, Policy policy) => rule switch
    {
        IRuleOnSurroundings asking => [asking.RestsOn],
        IRuleOnTheOthers => InForce(policy).Where(other => other.CountsForRisk).OfType<IRuleOnSurroundings>().Select(asking => asking.RestsOn),
        _ => [],
    };

    /// <summary>The rule's place in the book's order; behind all of them for a rule that is none.</summary>
    public static int PlaceOf(string ruleId, Policy policy) => Of(policy).TakeWhile(rule => rule.Id != ruleId).Count();

    /// <summary>The rule of that id under that policy, or null.</summary>
    public static IRule? Find(string ruleId, Policy policy) =>
        ById.GetValueOrDefault(ruleId) ?? policy.CustomRules.FirstOrDefault(rule => rule.Id == ruleId);

    /// <summary>Whether high and medium findings of that rule make a deal at risk.</summary>
    public static bool CountsForRisk(string ruleId, Policy policy) => Find(ruleId, policy) is { CountsForRisk: true };

    /// <summary>Whether the outcome of a rule in force for that deal rests on something that is read apart from it.</summary>
    public bool AsksFor(Surrounding what, Deal deal) => byKind.Of(deal).Asking.Any(rule => rule.AsksFor(what, deal));

    /// <summary>Asks every rule that speaks of such a deal.</summary>
    public Decision Decide(Opportunity opportunity, DealContext context)
    {
        var deal = new Deal(opportunity, context, Policy);
        var rules = byKind.Of(deal);
        Span<long> room = rules.MostFindings <= OnTheStack ? stackalloc long[rules.MostFindings] : new long[rules.MostFindings];
        var decision = new DecisionAssembly(deal, rules, room);
        foreach (var rule in rules.Asked)
        {
            if (rule.Ask(deal) is { IsClear: false } outcome)
                decision.Add(rule, outcome);
        }

        decision.AssessRisk();
        foreach (var rule in rules.AskedLast)
            decision.Add(rule, rule.Ask(deal, decision.Risk, decision.Findings));
        return decision.ToDecision();
    }
}
