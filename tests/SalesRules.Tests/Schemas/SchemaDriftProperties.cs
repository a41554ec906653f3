using FsCheck.NUnit;
using SalesRules.Plans;
using SalesRules.Rules;
using SalesRules.Snapshots;
using SalesRules.Tests.Plans;
using SalesRules.Tests.Rules;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace SalesRules.Tests.Schemas;

/// <summary>What holds for every deal and every field that an org can lose: what was written on its basis stays, and comes back right.</summary>
[Properties(Arbitrary = [typeof(RandomDeals)], MaxTest = 150, QuietOnSuccess = true)]
public class SchemaDriftProperties
{
    private static readonly DateTimeOffset First = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Second = First.AddHours(1);

    [Property]
    public void A_field_that_vanishes_moves_nothing_that_stands_on_the_record(ADeal deal)
    {
        var (settled, tasks) = Settled(deal);
        foreach (var field in Drifts.Losable)
        {
            var planned = Plan(settled.In(Drifts.Gone(field.ApiName)), tasks).Planned;
            Assert.That(planned.Changes, Is.Empty, $"without {field.ApiName}");
            Assert.That(planned.ClearedTasks, Is.Empty, $"without {field.ApiName}");
        }
    }

    [Property]
    public void What_was_decided_without_a_field_comes_to_the_same_end_once_it_is_back(ADeal deal)
    {
        var (undisturbed, _) = Settled(deal);
        foreach (var field in Drifts.Losable.Where(field => field.Access == FieldAccess.Read))
        {
            var drifted = Plan(deal.In(Drifts.Gone(field.ApiName)), KnownTasks.None, First);
            var (healed, _) = Settled(Remembering(deal, drifted).With(opportunity => RecordPlanTests.Written(opportunity, drifted.Planned)));
            Assert.That(Plan(healed, KnownTasks.None).Planned.Changes, Is.Empty, field.ApiName);
            Assert.That(
                (healed.Opportunity.ForecastCategoryName, healed.Opportunity.StageName, healed.Opportunity.WrittenCeiling, healed.Opportunity.WrittenRisk, healed.Opportunity.WrittenFindings),
                Is.EqualTo((undisturbed.Opportunity.ForecastCategoryName, undisturbed.Opportunity.StageName, undisturbed.Opportunity.WrittenCeiling, undisturbed.Opportunity.WrittenRisk, undisturbed.Opportunity.WrittenFindings)),
                field.ApiName);
        }
    }

    [Property]
    public void What_the_org_does_not_take_is_not_planned_and_no_correction_goes_without_its_reason(ADeal deal)
    {
        foreach (var field in OpportunityFields.All.Where(field => field.Access != FieldAccess.Read))
        {
            var planned = Plan(deal.In(Drifts.ReadOnly(field.ApiName)), KnownTasks.None, First).Planned;
            var written = planned.Changes.Select(change => change.Field).Concat(planned.Keeps.Select(keep => keep.Field)).ToList();
            Assert.That(written, Does.Not.Contain(field.ApiName));
            if (planned.IsCorrection)
                Assert.That(written, Does.Contain("SalesRules_Reason__c"));
            Assert.That(written.Contains("SalesRules_Decision__c"), Is.EqualTo(written.Contains("SalesRules_Decided_At__c")));
        }
    }

    /// <summary>The deal as it stands after a run that lacked nothing, with the tasks that this run made.</summary>
    private static (ADeal Deal, KnownTasks Tasks) Settled(ADeal deal)
    {
        var first = Plan(deal, KnownTasks.None, First);
        var tasks = new KnownTasks([.. first.Planned.NewTasks.Select(task => new OpenTask(task.Key, null))], new HashSet<string>());
        return (Remembering(deal, first).With(opportunity => RecordPlanTests.Written(opportunity, first.Planned)), tasks);
    }

    /// <summary>As the journal remembers a correction of the category, and the org's stage history one of the stage.</summary>
    private static ADeal Remembering(ADeal deal, PlannedDecision decided) => decided.Decision.Changes.Count == 0
        ? deal
        : deal.Knowing(context => StandingDecision.After(deal.Opportunity, context, decided.Decision, deal.Policy.Fields, First).Afterwards);

    private static PlannedDecision Plan(ADeal deal, KnownTasks tasks, DateTimeOffset? at = null) =>
        new RecordPlan(new RuleBook(deal.Policy)).Of(deal.Opportunity, deal.Context, tasks, at ?? Second);
}
