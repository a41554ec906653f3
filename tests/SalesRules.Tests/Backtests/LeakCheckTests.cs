using SalesRules.Backtests;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Backtests;

/// <summary>A later value planted into a snapshot is caught; what could be known passes.</summary>
public class LeakCheckTests
{
    private static readonly DateTimeOffset End = ADeal.Noon(ADeal.Today).AddHours(12);

    private static readonly Dictionary<string, Func<Opportunity, DateTimeOffset, Opportunity>> Instants = new()
    {
        ["CreatedDate"] = (it, at) => it with { CreatedDate = at },
        ["LastModifiedDate"] = (it, at) => it with { LastModifiedDate = at },
        ["SystemModstamp"] = (it, at) => it with { SystemModstamp = at },
        ["LastStageChangeDate"] = (it, at) => it with { LastStageChangeDate = at },
        ["SalesRules_POV_Approved_On__c"] = (it, at) => it with { PovApprovedOn = at },
        ["SalesRules_Decided_At__c"] = (it, at) => it with { WrittenDecidedAt = at },
        ["the stage history"] = (it, at) => it with { StageHistory = [new StageEntry("Discovery", at, null)] },
    };

    private static IEnumerable<string> Names => Instants.Keys;

    [TestCaseSource(nameof(Names))]
    public void An_instant_behind_the_snapshot_leaks_and_one_right_before_its_end_does_not(string name)
    {
        Assert.That(Leaks(deal => Instants[name](deal, End)), Is.EqualTo(new[] { name }));
        Assert.That(Leaks(deal => Instants[name](deal, End.AddMilliseconds(-1))), Is.Empty);
    }

    [Test]
    public void Every_instant_of_the_catalogue_is_looked_at() =>
        Assert.That(OpportunityFields.All.Where(field => field.Type == SalesforceFieldType.DateTime).Select(field => field.ApiName), Is.SubsetOf(Instants.Keys));

    [Test]
    public void A_deed_of_a_later_day_leaks_and_a_plan_does_not()
    {
        Assert.That(Leaks(deal => deal with { PovRequestedOn = ADeal.Today.AddDays(2) }), Is.EqualTo(new[] { "POV_Requested_On__c" }));
        Assert.That(Leaks(deal => deal with { PovRequestedOn = ADeal.Today.AddDays(1) }), Is.Empty, "it is tomorrow already somewhere");
        Assert.That(Leaks(deal => deal with { CloseDate = ADeal.Today.AddDays(200), PovStart = ADeal.Today.AddDays(20), NextStepDate = ADeal.Today.AddDays(5) }), Is.Empty);
    }

    [Test]
    public void A_later_deed_that_a_run_has_read_was_entered_so()
    {
        var deal = ADeal.InStage("Discovery").With(it => it with { PovRequestedOn = ADeal.Today.AddDays(9) });

        Assert.That(LeakCheck.Of(new Observation(ADeal.Today, End, deal.Opportunity, deal.Context), deal.Policy.Stages), Is.Empty);
    }

    [Test]
    public void An_outcome_beside_an_open_stage_is_known_early()
    {
        Assert.That(Leaks(deal => deal with { IsClosed = true }), Is.EqualTo(new[] { "IsClosed" }));
        Assert.That(Leaks(deal => deal with { IsWon = true }), Is.EqualTo(new[] { "IsWon" }));
        Assert.That(Leaks(deal => deal with { IsWon = true, IsClosed = true, StageName = "Closed Won" }), Is.Empty);
        Assert.That(Leaks(deal => deal with { IsWon = false, IsClosed = false }), Is.Empty);
    }

    [Test]
    public void A_context_that_knows_more_leaks_too()
    {
        Assert.That(LeaksAround(context => context with { Today = ADeal.Today.AddDays(1) }), Is.EqualTo(new[] { "today" }));
        Assert.That(LeaksAround(context => context with { StageHistory = [new StageEntry("POV", End, null)] }), Is.EqualTo(new[] { "the context's stage history" }));
        Assert.That(LeaksAround(context => context with { FieldHistory = new FieldHistory(End.AddDays(-9), new Dictionary<string, DateTimeOffset> { ["NextStep"] = End }) }), Is.EqualTo(new[] { "the last change of NextStep" }));
        Assert.That(LeaksAround(context => context with { ScoreHistory = new ScoreHistory(new Dictionary<Pillar, ScoreChange> { [Pillar.Maps] = new(End.AddDays(-9), End) }) }), Is.EqualTo(new[] { "the last change of Maps" }));
        Assert.That(LeaksAround(context => context with { ScoreHistory = new ScoreHistory(new Dictionary<Pillar, ScoreChange> { [Pillar.Maps] = new(End, null) }) }), Is.EqualTo(new[] { "the last change of Maps" }));
        Assert.That(LeaksAround(context => context with { ScoreHistory = new ScoreHistory(new Dictionary<Pillar, ScoreChange> { [Pillar.Maps] = new(End.AddDays(-1), End.AddDays(-2)) }) }), Is.Empty);
    }

    private static IEnumerable<string> Leaks(Func<Opportunity, Opportunity> plant) => Leaks(plant, context => context);

    private static IEnumerable<string> LeaksAround(Func<DealContext, DealContext> plant) => Leaks(deal => deal, plant);

    private static IEnumerable<string> Leaks(Func<Opportunity, Opportunity> plant, Func<DealContext, DealContext> plantAround)
    {
        var deal = ADeal.InStage("Discovery").With(plant).Knowing(plantAround);
        return LeakCheck.Of(new Observation(ADeal.Today, End, deal.Opportunity, deal.Context, IsExported: true), deal.Policy.Stages).Select(leak => leak.What);
    }
}
