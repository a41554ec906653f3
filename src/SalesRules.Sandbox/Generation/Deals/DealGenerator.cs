using SalesRules.Sandbox.Generation.Customers;
using SalesRules.Sandbox.Generation.People;
using SalesRules.Sandbox.Generation.Words;

namespace SalesRules.Sandbox.Generation.Deals;

/// <summary>Makes deals in a wanted shape that break no rule; recipes spoil them afterwards.</summary>
internal sealed class DealGenerator(SampleCalendar calendar, Staff staff, Func<string, string> newId)
{
    /// <summary>Days to the quarter's end below which nobody commits any more.</summary>
    private const int LeastDaysToCommit = 9;

    private readonly Timeline timeline = new(calendar);
    private readonly ScoreWriter scores = new(calendar);
    private readonly MeddpiccWriter meddpicc = new(calendar);

    /// <summary>A shape for a deal that nobody asked anything of.</summary>
    public DealShape AnyOpenShape(Chance chance)
    {
        var motion = chance.PickWeighted([(Motion.NewBusiness, 60), (Motion.Expansion, 25), (Motion.Renewal, 15)]);
        var stage = motion == Motion.Renewal
            ? chance.PickWeighted([(SampleStages.Discovery, 40), (SampleStages.Proposal, 35), (SampleStages.Negotiation, 25)])
            : chance.PickWeighted([
                (SampleStages.Qualification, 24), (SampleStages.Discovery, 24), (SampleStages.TechnicalDeepDive, 15), (SampleStages.Pov, 13),
                (SampleStages.Proposal, 13), (SampleStages.Negotiation, 11)]);
        return new DealShape(motion, stage, CategoryFor(motion, stage, chance));
    }

    /// <summary>An open deal. A renewal needs the won deal it renews; its customer and product come from there.</summary>
    public Deal Open(DealShape shape, Customer customer, Deal? original, Chance chance)
    {
        var deal = Draft(shape, customer, original, chance, isEnterprise => timeline.Open(shape, isEnterprise, chance));
        deal.CloseDate = CloseDate(deal, chance);
        deal.LastActivityOn = calendar.Day(-chance.Between(1, 9));
        deal.NextStepOn = calendar.Day(chance.Between(1, 12));
        Finish(deal, chance);
        return deal;
    }

    /// <summary>A deal that closed in the last year.</summary>
    public Deal Closed(DealShape shape, Customer customer, Chance chance)
    {
        var closedOn = SampleCalendar.Workday(calendar.Day(-chance.Between(8, 350)));
        var deal = Draft(shape, customer, null, chance, isEnterprise => Timeline.Closed(shape, closedOn, isEnterprise, chance));
        deal.CloseDate = closedOn;
        deal.LastActivityOn = closedOn;
        deal.NextStepOn = closedOn;
        Finish(deal, chance);
        return deal;
    }

    private Deal Draft(DealShape shape, Customer customer, Deal? original, Chance chance, Func<bool, List<StageEntry>> stages)
    {
        var isEnterprise = original?.IsEnterprise ?? chance.Percent(60);
        var product = chance.Pick(DealWords.Products);
        return new Deal
        {
            Id = newId("Opportunity"),
            Motion = shape.Motion,
            Customer = customer,
            Owner = Owner(shape, chance),
            Name = shape.Motion switch
            {
                Motion.Renewal => $"{original!.Name} - Renewal",
                Motion.Expansion => $"{customer.Name} - {product} {chance.Pick(DealWords.Expansions)}",
                _ => $"{customer.Name} - {product}",
            },
            Type = shape.Motion switch
            {
                Motion.Renewal => "Renewal",
                Motion.Expansion => chance.Pick(["Existing Business", "Existing Business", "Existing Customer - Upgrade"]),
                _ => chance.Pick(["New Business", "New Business", "New Customer"]),
            },
            IsEnterprise = isEnterprise,
            Amount = original?.Amount ?? Amount(isEnterprise, chance),
            Stages = stages(isEnterprise),
            Category = shape.Category,
            Probability = Probability(shape, chance),
            CloseDate = calendar.Today,
            RenewalOf = original,
        };
    }

    private void Finish(Deal deal, Chance chance)
    {
        if (chance.Percent(20))
            deal.Pushes = 1;
        if (chance.Percent(30))
            deal.FormerAmount = RoundTo(deal.Amount * chance.Between(70, 130) / 100, 500);
        deal.Pov = PovFor(deal, chance);
        deal.Meddpicc = meddpicc.For(deal, chance);
        if (!IsScored(deal, chance))
            return;
        var current = scores.Current(deal, ScoreWriter.For(deal.Category, deal.Motion, chance), chance);
        deal.Scoring = current;
        deal.EarlierScorings = ScoreWriter.Earlier(deal, current, chance);
    }

    /// <summary>Only young deals in Pipeline may still be unscored.</summary>
    private static bool IsScored(Deal deal, Chance chance) => deal.Stage switch
    {
        SampleStages.ClosedLost => chance.Percent(60),
        _ when deal.Category is not (Categories.Pipeline or Categories.Omitted) => true,
        SampleStages.Qualification => chance.Percent(30),
        _ => chance.Percent(65),
    };

    private string CategoryFor(Motion motion, string stage, Chance chance)
    {
        var mayCommit = calendar.QuarterEnd >= calendar.Day(LeastDaysToCommit);
        return stage switch
        {
            SampleStages.Qualification => chance.Percent(10) ? Categories.Omitted : Categories.Pipeline,
            SampleStages.Discovery when motion != Motion.Renewal => Categories.Pipeline,
            SampleStages.Proposal when mayCommit && chance.Percent(30) => Categories.Commit,
            SampleStages.Negotiation when mayCommit && chance.Percent(65) => Categories.Commit,
            _ => Categories.BestCase,
        };
    }

    private Employee Owner(DealShape shape, Chance chance)
    {
        if (shape.Motion == Motion.Renewal)
            return chance.Pick(staff.CustomerSuccessManagers);
        return chance.Percent(3) ? chance.Pick(staff.FormerAccountExecutives) : chance.Pick(staff.AccountExecutives);
    }

    private static decimal Amount(bool isEnterprise, Chance chance) => (isEnterprise, chance.Percent(12)) switch
    {
        (true, true) => chance.Between(100, 320) * 5_000m,
        (true, false) => chance.Between(24, 99) * 5_000m,
        _ => chance.Between(16, 180) * 500m,
    };

    /// <summary>Inside the band of the category, higher for later stages.</summary>
    private static int Probability(DealShape shape, Chance chance) => shape.Category switch
    {
        Categories.Closed => 100,
        Categories.Commit => chance.Pick([90, 95]),
        Categories.BestCase => shape.Stage == SampleStages.Negotiation ? chance.Pick([80, 85, 90]) : chance.Pick([70, 75]),
        Categories.Pipeline => shape.Stage == SampleStages.Qualification ? 30 : chance.Pick([30, 40, 50]),
        _ => SampleStages.IsClosed(shape.Stage) ? 0 : chance.Pick([10, 20]),
    };

    /// <summary>Far enough ahead for the work that is left; a commitment inside the quarter.</summary>
    private DateOnly CloseDate(Deal deal, Chance chance)
    {
        if (deal.Category == Categories.Commit)
            return calendar.ThisQuarter(chance.Between(LeastDaysToCommit, 60));
        if (deal.RenewalOf is { } original && original.CloseDate.AddYears(1) is var anniversary && anniversary > calendar.Day(20))
            return anniversary;
        var daysLeft = (deal.Stage, deal.IsEnterprise) switch
        {
            (SampleStages.Negotiation, _) => 14,
            (SampleStages.Proposal, true) => 40,
            (_, false) => 35,
            (SampleStages.Pov, true) => 95,
            _ => 110,
        };
        return SampleCalendar.Workday(calendar.Day(daysLeft + chance.Between(0, 50)));
    }

    private PovPlan PovFor(Deal deal, Chance chance)
    {
        var entered = deal.Stages.Find(entry => entry.Stage == SampleStages.Pov)?.On;
        if (entered is not { } on)
            return new PovPlan();
        var left = deal.Stages.SkipWhile(entry => entry.Stage != SampleStages.Pov).ElementAtOrDefault(1)?.On;
        return new PovPlan(
            on.AddDays(-chance.Between(2, 7)), on.AddDays(chance.Between(1, 3)), left?.AddDays(-1) ?? on.AddDays(chance.Between(40, 55)),
            chance.Pick(staff.SalesEngineers), on);
    }

    private static decimal RoundTo(decimal amount, decimal step) => Math.Round(amount / step, MidpointRounding.AwayFromZero) * step;
}
