using SalesRules.Rules;
using SalesRules.Schemas;

namespace SalesRules.Tests.Schemas;

public class DriftNotesTests
{
    [Test]
    public void Nothing_lost_is_nothing_to_tell() => Assert.That(DriftNotes.Of(TestPolicy.Default, SchemaDrift.None), Is.Empty);

    [Test]
    public void A_field_names_the_rules_that_do_not_run_and_what_is_not_written()
    {
        var note = Only(Drifts.Gone("Probability"));

        Assert.That(note.Loss, Does.StartWith("Probability is gone or hidden from our user: the rules forecast.probability-mismatch, override.tug-of-war do not run"));
        Assert.That(note.Fix, Does.Contain("SalesRules_Integration").And.Contain("map the field to null"));
        Assert.That((note.Kind, note.Field, note.IsWarning), Is.EqualTo((DriftKind.Unreadable, "Probability", false)));
        Assert.That(Only(Drifts.Gone("MIQL_Maps__c")).Loss, Does.EndWith("; SalesRules_Ceiling__c, SalesRules_Lowest_Pillar__c, SalesRules_POV_Gate__c, SalesRules_POV_Gate_Path__c, SalesRules_POV_Approved_On__c are not written."));
    }

    [Test]
    public void The_rules_named_are_those_that_stop()
    {
        foreach (var field in Drifts.Losable)
        {
            var drift = Drifts.Gone(field.ApiName);
            Assert.That(new RuleBook(TestPolicy.Default.Under(drift)).Stopped, Is.SubsetOf(Only(drift).Rules), field.ApiName);
        }
    }

    [Test]
    public void A_field_that_nothing_needs_is_a_warning() =>
        Assert.That(Only(Drifts.Gone("MIQL_Audit_Url__c")), Has.Property("IsWarning").True.And.Property("Loss").EqualTo("MIQL_Audit_Url__c is gone or hidden from our user: no rule in force needs it."));

    [Test]
    public void It_speaks_the_org_s_names()
    {
        var policy = TestPolicy.Default with { Fields = new SalesRules.Snapshots.FieldMap(new Dictionary<string, string?> { ["POV_End__c"] = "PoC_Ends__c" }) };

        Assert.That(DriftNotes.Of(policy, Drifts.Gone("POV_End__c")).Single().Loss, Does.StartWith("PoC_Ends__c is gone"));
    }

    [Test]
    public void A_rule_that_is_switched_off_is_not_concerned()
    {
        var policy = TestPolicy.Default.WithSeverity("override.tug-of-war", null);

        Assert.That(DriftNotes.Of(policy, Drifts.Gone("Probability")).Single().Rules, Is.EqualTo(new[] { "forecast.probability-mismatch" }));
    }

    [Test]
    public void A_read_only_field_names_the_corrections_that_are_not_made()
    {
        Assert.That(Only(Drifts.ReadOnly("StageName")).Loss, Is.EqualTo("StageName is read-only for our user: corrections by pov.stage-without-approval are not made."));
        Assert.That(Only(Drifts.ReadOnly("SalesRules_Reason__c")).Rules, Is.EqualTo(new[] { "forecast.above-ceiling", "pov.stage-without-approval", "handoff.sales-to-cs" }), "none goes without its reason");
        Assert.That(Only(Drifts.ReadOnly("SalesRules_Decision__c")).Loss, Does.EndWith("SalesRules_Decision__c, SalesRules_Decided_At__c are not written."));
        Assert.That(Only(Drifts.ReadOnly("Probability")).IsWarning, Is.True, "the policy corrects no probability");
    }

    [Test]
    public void A_retired_value_names_whose_corrections_to_it_are_not_made()
    {
        Assert.That(Only(Drifts.Retired("ForecastCategoryName", "Best Case")).Loss, Is.EqualTo("ForecastCategoryName no longer offers the value 'Best Case': corrections to it by forecast.above-ceiling, pov.stage-without-approval are not made."));
        Assert.That(Only(Drifts.Retired("StageName", TestPolicy.ReturnStage)), Has.Property("IsWarning").False.And.Property("Rules").EqualTo(new[] { "pov.stage-without-approval" }));
        Assert.That(Only(Drifts.Retired("StageName", "Discovery")), Has.Property("IsWarning").True.And.Property("Rules").Empty);
        Assert.That(Only(Drifts.Retired("SalesRules_Risk__c", "High")), Has.Property("IsWarning").False.And.Property("Value").EqualTo("High"));
    }

    [Test]
    public void Tasks_name_the_rules_that_hand_them_out() =>
        Assert.That(Only(Drifts.NoTasks), Has.Property("Rules").EqualTo(new[] { "forecast.score-required", "pov.deferred", "pov.conditions" }).And.Property("Loss").StartsWith("Task has no key: no task is made or completed"));

    [Test]
    public void What_is_hidden_around_deals_names_the_rules_that_ask_for_it_and_their_fields_stay()
    {
        var note = Only(SchemaDrift.None.And(Surrounding.ChampionAccount));

        Assert.That(note.Loss, Is.EqualTo("Contact, or a field of it, is hidden from our user: the rules renewal.champion-lost, renewal.two-key, hygiene.blocker-missing do not run."));
        Assert.That((note.Kind, note.IsWarning), Is.EqualTo((DriftKind.Surrounding, false)));
    }

    [Test]
    public void What_is_hidden_around_deals_and_no_rule_asks_for_stops_nothing()
    {
        var policy = TestPolicy.Default.WithSeverity("hygiene.duplicate", null);

        Assert.That(DriftNotes.Of(policy, Surrounding.Siblings).IsWarning);
    }

    [Test]
    public void Fields_that_every_deal_has_are_told_from_those_that_a_run_can_do_without()
    {
        Assert.That(Drifts.Gone("StageName", "Type", "SystemModstamp").LostEssentials.Select(field => field.ApiName), Is.EqualTo(new[] { "StageName", "SystemModstamp" }));
        Assert.That(Drifts.Gone("Type").LostEssentials, Is.Empty);
    }

    [Test]
    public void Its_parts_have_names_that_stay()
    {
        var drift = new SchemaDrift(Drifts.Gone("Type", "Amount").Unreadable, Drifts.ReadOnly("Probability").ReadOnly, Drifts.Retired("StageName", "POV").Retired, "no tasks");

        Assert.That(drift.Parts(), Is.EqualTo(new[] { "unreadable Amount", "unreadable Type", "read-only Probability", "retired StageName POV", "tasks" }));
    }

    private static DriftNote Only(SchemaDrift drift) => DriftNotes.Of(TestPolicy.Default, drift).Single();
}
