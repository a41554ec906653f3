using System.Globalization;
using SalesRules.Sandbox.Generation.Customers;
using SalesRules.Sandbox.Generation.Words;

namespace SalesRules.Sandbox.Generation.Deals;

/// <summary>Fills in what a well-run deal knows by the stage it is in.</summary>
internal sealed class MeddpiccWriter(SampleCalendar calendar)
{
    private const decimal NeedsFinance = 500_000;
    private const decimal NeedsBoard = 1_000_000;

    public Meddpicc For(Deal deal, Chance chance)
    {
        var known = new Meddpicc { Budget = deal.IsEnterprise ? Math.Max(deal.Amount * 1.1m, 150_000) : null };
        if (Reached(deal, SampleStages.Discovery))
            known = Pain(known, deal.Customer, chance);
        if (Reached(deal, SampleStages.TechnicalDeepDive))
            known = Evaluation(known, deal, chance);
        if (Reached(deal, SampleStages.Pov) || deal.Motion == Motion.Renewal)
            known = Decision(known, deal, chance);
        if (Reached(deal, SampleStages.Proposal))
            known = Paper(known, deal, chance);
        return known;
    }

    private static bool Reached(Deal deal, string stage) => SampleStages.HasReached(deal.Stage, stage);

    /// <summary>The day from which the deal's knowledge dates: today, or the day it closed.</summary>
    private DateOnly AsOf(Deal deal) => deal.ClosedOn ?? calendar.Today;

    private static Meddpicc Pain(Meddpicc known, Customer customer, Chance chance) => known with
    {
        Pain = About(chance.Pick(DealWords.Pains), chance.Pick(customer.People)),
        PainScore = chance.Between(7, 10),
    };

    private Meddpicc Evaluation(Meddpicc known, Deal deal, Chance chance)
    {
        var (baseline, target, criterion) = chance.Pick(DealWords.Metrics);
        return known with
        {
            Baseline = baseline,
            Target = target,
            SuccessCriterion = criterion,
            DecisionCriteria = chance.Pick(DealWords.Criteria),
            Champion = chance.Pick([.. deal.Customer.People.Skip(3)]),
            ChampionConfirmedOn = AsOf(deal).AddDays(-chance.Between(3, 25)),
        };
    }

    private Meddpicc Decision(Meddpicc known, Deal deal, Chance chance)
    {
        var buyer = deal.Customer.AtLevel(BuyerLevel(deal.Amount, chance));
        return known with
        {
            EconomicBuyer = buyer,
            EconomicBuyerMetOn = AsOf(deal).AddDays(-chance.Between(4, 40)),
            DecisionProcess = About(chance.Pick(DealWords.DecisionProcesses), buyer),
            DecisionExpectedOn = deal.CloseDate.AddDays(-10),
            Competition = chance.Pick(DealWords.Competitors),
            // Due in the first week of the POV.
            MsaSentOn = deal.Pov.Start is { } start && start < calendar.Today ? SampleCalendar.Earlier(start.AddDays(5), calendar.Day(-1)) : null,
        };
    }

    private static Meddpicc Paper(Meddpicc known, Deal deal, Chance chance) => known with
    {
        ScorecardWins = chance.Between(8, 10),
        PaperProcess = chance.Pick(DealWords.PaperProcesses),
        ProcurementOwner = deal.Customer.People.FirstOrDefault(person => person.Department == "Procurement") ?? deal.Customer.People[^1],
        LegalStatus = deal.IsWon ? "Agreed" : Reached(deal, SampleStages.Negotiation) ? chance.Pick(["In review", "Redlines", "Agreed"]) : "Not started",
        SignatureExpectedOn = deal.CloseDate,
    };

    /// <summary>The lowest level that may release this amount.</summary>
    private static string BuyerLevel(decimal amount, Chance chance) => amount switch
    {
        > NeedsBoard => "CEO",
        >= NeedsFinance => "CFO",
        _ => chance.Pick(["VP Engineering", "CTO"]),
    };

    private static string About(string text, ContactPerson person) =>
        string.Format(CultureInfo.InvariantCulture, text, person.Name);
}
