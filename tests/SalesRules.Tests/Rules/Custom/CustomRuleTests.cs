using SalesRules.Decisions;
using SalesRules.Expressions;
using SalesRules.Plans;
using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Rules.Custom;
using SalesRules.Schemas;
using SalesRules.Snapshots;
using SalesRules.Tests.Expressions;

namespace SalesRules.Tests.Rules.Custom;

public class CustomRuleTests
{
    private const string Id = "custom.large-deal-2";

    private static CustomRule LargeDeal => Rule("Amount >= 100000  and\n NextStep is null", "{Name} is worth {Amount} and has no next step.");

    private static CustomRule LargeDealWithTask => With(LargeDeal, task: "Agree the next step for {Name}");

    private static ADeal Deal => ADeal.InStage("Discovery").Scored(2, 1, 2, 2, 1).Forecast("Best Case").With(deal => deal with { Amount = 100_000m, NextStep = null });

    [Test]
    public void A_condition_that_is_true_is_a_finding_with_the_values_that_it_read()
    {
        var finding = Ours(Decide(Deal, LargeDeal))!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Rule, Is.EqualTo(Id));
            Assert.That(finding.Severity, Is.EqualTo(Severity.Medium));
            Assert.That(finding.Message, Is.EqualTo("Acme is worth 100000 and has no next step."));
            Assert.That(finding.Evidence, Is.EqualTo(new[]
            {
                new Evidence("Amount", FieldValue.Of(100_000m), FieldValue.Of("not (Amount >= 100000 and NextStep is null)")),
                new Evidence("NextStep", FieldValue.Null, FieldValue.Of("not (Amount >= 100000 and NextStep is null)")),
            }));
            Assert.That(finding.Fix, Is.Empty);
            Assert.That(finding.Changes, Is.Empty);
        }
    }

    [Test]
    public void A_condition_that_is_false_is_none()
    {
        Assert.That(Ours(Decide(Deal.With(deal => deal with { Amount = 99_999m }), LargeDeal)), Is.Null);
        Assert.That(Ours(Decide(Deal.With(deal => deal with { NextStep = "Call" }), LargeDeal)), Is.Null);
    }

    [Test]
    public void A_condition_that_is_unknown_for_lack_of_a_value_is_none_and_the_rule_has_run()
    {
        var decision = Decide(Deal.With(deal => deal with { Amount = null }), LargeDeal);

        Assert.That(Ours(decision), Is.Null);
        Assert.That(decision.NotRun, Does.Not.Contain(Id));
    }

    [TestCase("Amount")]
    [TestCase("NextStep")]
    [TestCase("Name")]
    public void Without_a_field_that_it_reads_or_says_it_does_not_run(string field)
    {
        var decision = Decide(Deal.Under(policy => policy.WithAbsent(field)), LargeDeal);

        Assert.That(Ours(decision), Is.Null);
        Assert.That(decision.NotRun, Does.Contain(Id));
    }

    [Test]
    public void A_field_that_the_org_has_lost_stops_it_and_the_drift_names_it()
    {
        var policy = Policy(LargeDeal);
        var drift = new SchemaDrift([OpportunityFields.Get("NextStep")], [], [], null);

        Assert.That(new RuleBook(policy.Under(drift)).Stopped, Does.Contain(Id));
        Assert.That(DriftNotes.Of(policy, drift).Single().Rules, Does.Contain(Id));
    }

    [Test]
    public void What_a_stopped_rule_said_stays_on_the_record_in_its_place()
    {
        var drift = new SchemaDrift([OpportunityFields.Get("NextStep")], [], [], null);
        var standing = $"[medium] {Id}: Acme is worth 100000 and has no next step.";
        var rules = new RuleBook(Policy(LargeDeal).Under(drift));
        var deal = Deal.Forecast("Commit").With(opportunity => opportunity with { WrittenFindings = standing });

        var lines = FindingLines.Of(rules.Decide(deal.Opportunity, deal.Context), standing, rules).Split('\n');

        Assert.That(lines[0], Does.StartWith("[high] forecast.above-ceiling: "));
        Assert.That(lines.Where(line => line.StartsWith("[medium]", StringComparison.Ordinal)).Last(), Is.EqualTo(standing));
    }

    [Test]
    public void On_an_open_deal_whose_stage_nobody_mapped_a_condition_on_the_stage_does_not_run()
    {
        var late = Rule("past('solution')", "Late.");

        Assert.That(Decide(Deal.With(deal => deal with { StageName = "Pilot" }), late).NotRun, Does.Contain(Id));
        Assert.That(Decide(Deal.With(deal => deal with { StageName = "Pilot" }), LargeDeal).NotRun, Does.Not.Contain(Id));
    }

    [Test]
    public void Closed_deals_are_asked_only_where_the_rule_says_so()
    {
        var won = Deal.With(deal => deal with { StageName = "Closed Won", IsClosed = true, IsWon = true, ForecastCategoryName = "Closed" });

        Assert.That(Ours(Decide(won, LargeDeal)), Is.Null);
        Assert.That(Ours(Decide(won, With(LargeDeal, closed: true))), Is.Not.Null);
        Assert.That(Ours(Decide(Deal, With(LargeDeal, closed: true))), Is.Not.Null);
    }

    [TestCase(true)]
    [TestCase(false)]
    public void It_counts_for_the_risk_where_it_says_so(bool counts) =>
        Assert.That(Decide(Deal, With(LargeDeal, risk: counts)).Risk.Rules.Contains(Id), Is.EqualTo(counts));

    [Test]
    public void A_task_of_its_own_is_made_under_its_id()
    {
        var task = Decide(Deal, LargeDealWithTask).Tasks.Single(made => made.Rule == Id);

        Assert.That(task, Is.EqualTo(new DealTask($"{Id}:{ADeal.Id}:-:1", Id, "Agree the next step for Acme", ADeal.Owner, new DateOnly(2026, 3, 9))));
    }

    [Test]
    public void A_rule_without_a_task_that_the_policy_lists_makes_one_of_its_sentence()
    {
        var listed = Policy(LargeDeal) with { Tasks = new TaskPolicy { Rules = new HashSet<string> { Id } } };

        Assert.That((Deal with { Policy = listed }).Decide().Tasks.Single(task => task.Rule == Id).Subject, Is.EqualTo("Acme is worth 100000 and has no next step."));
    }

    [Test]
    public void The_policys_severity_replaces_its_own_and_off_switches_it_off()
    {
        Assert.That(Ours((Deal with { Policy = Policy(LargeDeal).WithSeverity(Id, Severity.Info) }).Decide())?.Severity, Is.EqualTo(Severity.Info));
        Assert.That(Ours((Deal with { Policy = Policy(LargeDeal).WithSeverity(Id, null) }).Decide()), Is.Null);
    }

    [Test]
    public void It_stands_behind_the_catalogues_rules_of_its_severity()
    {
        var mediums = Decide(Deal.With(deal => deal with { InsightEvidence = null }), LargeDeal).Findings.Where(finding => finding.Severity == Severity.Medium).ToList();

        Assert.That(mediums, Has.Count.GreaterThan(1));
        Assert.That(mediums[^1].Rule, Is.EqualTo(Id));
    }

    [TestCase(150)]
    [TestCase(400)]
    public void Hundreds_of_them_are_all_found_in_their_order(int count)
    {
        CustomRule[] rules = [.. Enumerable.Range(0, count).Select(n => new CustomRule(FormattableString.Invariant($"custom.own-{n}"), Conditions.Of("NextStep is null"), (Severity)(n % 4), MessageTemplate.Read("No next step.", Conditions.Scope, out _)!))];
        var found = Decide(Deal, rules).Findings.Where(finding => finding.Rule.StartsWith("custom.", StringComparison.Ordinal)).Select(finding => finding.Rule);

        Assert.That(found, Is.EqualTo(rules.Index().OrderByDescending(rule => rule.Index % 4).Select(rule => rule.Item.Id)));
    }

    [Test]
    public void It_is_decided_of_the_record_as_corrected()
    {
        var commit = Rule("ForecastCategoryName = 'Commit'", "In Commit.");
        var deal = Deal.Forecast("Commit") with { Policy = Policy(commit) };
        var decision = deal.Decide();

        Assert.That(Ours(decision), Is.Not.Null);
        Assert.That(Ours(deal.Corrected(decision).Decide()), Is.Null);
    }

    private static Finding? Ours(Decision decision) => decision.Findings.SingleOrDefault(finding => finding.Rule == Id);

    private static CustomRule Rule(string when, string message) =>
        new(Id, Conditions.Of(when), Severity.Medium, MessageTemplate.Read(message, Conditions.Scope, out _)!);

    private static CustomRule With(CustomRule rule, string? task = null, bool risk = false, bool closed = false) => new(rule.Id, rule.When, Severity.Medium, rule.Message)
    {
        Task = task is null ? null : MessageTemplate.Read(task, Conditions.Scope, out _),
        CountsForRisk = risk,
        AsksClosedDeals = closed,
    };

    private static Policy Policy(params CustomRule[] rules) => TestPolicy.Default with { CustomRules = rules, Tasks = TestPolicy.Default.Tasks.With(rules) };

    private static Decision Decide(ADeal deal, params CustomRule[] rules) =>
        deal.Under(policy => policy with { CustomRules = rules, Tasks = policy.Tasks.With(rules) }).Decide();
}
