using SalesRules.PolicyReview;
using SalesRules.Tests.Policies;

namespace SalesRules.Tests.PolicyReview;

/// <summary>Each warning with a policy that has it and one that just has not.</summary>
public sealed class PolicyLintTests
{
    private const string Stages = """
        stages:
          - { name: Discovery, type: discovery }
          - { name: POV, type: pov }
          - { name: Closed Won, type: closed-won }
          - { name: Closed Lost, type: closed-lost }

        """;

    private const string WithoutPov = """
        stages:
          - { name: Discovery, type: discovery }
          - { name: Closed Won, type: closed-won }
          - { name: Closed Lost, type: closed-lost }

        """;

    [TestCase("policy.yaml")]
    [TestCase("deploy/policies/salesforce-default-stages.yaml")]
    [TestCase("deploy/policies/maven.yaml")]
    public void A_shipped_policy_has_no_warning(string path) => Assert.That(Lint(ShippedFiles.Read(path)), Is.Empty);

    [TestCase("lint.setting-without-effect", "pov: { gated-motions: [], capacity: 3 }", "pov: { capacity: 3 }")]
    [TestCase("lint.motion-without-type", "motions: { types: { New: new-business } }\npov: { gated-motions: [renewal] }", "motions: { types: { New: new-business, Renewal: renewal } }\npov: { gated-motions: [renewal] }")]
    [TestCase("lint.segment-without-value", "meddpicc: { days-left: { midmarket: { pov: 30 } } }", "segments: { values: { Mid: midmarket } }\nmeddpicc: { days-left: { midmarket: { pov: 30 } } }")]
    [TestCase("lint.segment-without-value", "portfolio: { cycle-targets: { midmarket: 60 } }", "portfolio: { cycle-targets: { enterprise: 60 } }")]
    [TestCase("lint.segment-without-value", "portfolio: { win-rate-targets: { midmarket: 60 } }", "segments: { default: midmarket }\nportfolio: { win-rate-targets: { midmarket: 60 } }")]
    [TestCase("lint.segment-without-value", "portfolio: { segment-targets: { midmarket: { q1: 60 } } }", "portfolio: { segment-targets: { commercial: { q1: 60 } } }")]
    [TestCase("lint.follow-without-evidence", "forecast: { unscored-ceiling: Best Case, below-ceiling: follow }", "forecast: { unscored-ceiling: Pipeline, below-ceiling: follow }")]
    [TestCase("lint.unscored-stands-higher", "forecast: { unscored-ceiling: Most Likely }", "forecast: { unscored-ceiling: Best Case }")]
    [TestCase("lint.band-without-whole-percent", "forecast: { correct-probability: true, probability-bands: { Pipeline: { from: 30.2, to: 30.8 } } }", "forecast: { correct-probability: true, probability-bands: { Pipeline: { from: 30.2, to: 31 } } }")]
    [TestCase("lint.weights-out-of-order", "portfolio: { category-weights: { Best Case: 95 } }", "portfolio: { category-weights: { Best Case: 80 } }")]
    [TestCase("lint.contradiction", "meddpicc: { pov-ending-days: 60 }", "meddpicc: { pov-ending-days: 59 }")]
    [TestCase("lint.contradiction", "meddpicc: { msa-days: 60 }", "meddpicc: { msa-days: 59 }")]
    [TestCase("lint.contradiction", "meddpicc: { days-left: { enterprise: { pov: 61 } } }", "meddpicc: { days-left: { enterprise: { pov: 59 } } }")]
    [TestCase("lint.contradiction", "closing: { commit-high-days: 8 }", "closing: { commit-high-days: 7 }")]
    [TestCase("lint.contradiction", "closing: { checklist: [{ name: Packet, days-before: 8 }] }", "closing: { checklist: [{ name: Packet, days-before: 7 }] }")]
    [TestCase("lint.contradiction", "tasks: { due-days: { high: 6, other: 5 } }", "tasks: { due-days: { high: 5, other: 5 } }")]
    [TestCase("lint.threshold-never-met", "pov: { capacity: 3, capacity-per-se: 4 }", "pov: { capacity: 3, capacity-per-se: 3 }")]
    [TestCase("lint.threshold-never-met", "meddpicc: { strong-pain: 0 }", "meddpicc: { strong-pain: 1 }")]
    [TestCase("lint.threshold-never-met", "meddpicc: { scorecard-wins: 0 }", "meddpicc: { scorecard-wins: 1 }")]
    [TestCase("lint.threshold-always-met", "renewals: { expansion-total: 4 }", "renewals: { expansion-total: 5 }")]
    [TestCase("lint.threshold-always-met", "hygiene: { duplicate-similarity: 0 }", "hygiene: { duplicate-similarity: 0.1 }")]
    [TestCase("lint.threshold-always-met", "stage-rules: { long-medians: 0 }", "stage-rules: { long-medians: 1.1 }")]
    [TestCase("lint.threshold-always-met", "stage-rules: { long-medians: 1 }", "stage-rules: { long-medians: 2 }")]
    [TestCase("lint.threshold-never-met", "closing: { legal-question: [] }", "closing: { legal-question: [Open] }")]
    [TestCase("lint.threshold-never-met", "closing: { legal-question: [] }", "closing: { legal-question: [] }\nseverities: { close.legal-reply-late: off }")]
    [TestCase("lint.threshold-never-met", "closing: { checklist: [] }", "closing: { checklist: [{ name: Packet, days-before: 1 }] }")]
    [TestCase("lint.threshold-never-met", "closing: { handoff: [] }", "closing: { handoff: [{ name: Kickoff, fields: [Kickoff_On__c] }] }")]
    [TestCase("lint.threshold-never-met", "stage-rules: { exit-checklists: {} }", "stage-rules: { exit-checklists: { discovery: [{ name: Pain, fields: [Pain__c] }] } }")]
    [TestCase("lint.threshold-never-met", "hygiene: { minimum-fields: { discovery: [] } }", "hygiene: { minimum-fields: { discovery: [Amount] } }")]
    [TestCase("lint.threshold-never-met", "renewals: { csm-views: {} }", "renewals: { csm-views: { Good: low } }")]
    [TestCase("lint.threshold-never-met", "renewals: { csm-views: { Amber: medium } }", "renewals: { csm-views: { Red: high } }")]
    [TestCase("lint.threshold-never-met", "closing: { kickoff-days: 90, handoff-days: 2 }", "closing: { kickoff-days: 90, handoff-days: 125 }")]
    [TestCase("lint.threshold-never-met", "closing: { kickoff-days: 2, handoff-days: 2 }", "closing: { kickoff-days: 2, handoff-days: 3 }")]
    [TestCase("lint.threshold-never-met", "closing: { kickoff-days: 6, handoff-days: 8 }", "closing: { kickoff-days: 6, handoff-days: 9 }")]
    [TestCase("lint.contradiction", "hygiene: { activity-days: 10, activity-days-in-commit: 1000 }", "hygiene: { activity-days: 10, activity-days-in-commit: 10 }")]
    [TestCase("lint.contradiction", "hygiene: { activity-days: 13 }", "hygiene: { activity-days: 14 }")]
    [TestCase("lint.contradiction", "meddpicc: { small-level: CEO }", "meddpicc: { small-level: CFO }")]
    [TestCase("lint.contradiction", "meddpicc: { large-level: Manager }", "meddpicc: { large-level: CFO }")]
    [TestCase("lint.budget-of-nothing", "change-budget: { open-deals: 0, small-run: 0 }", "change-budget: { open-deals: 0, small-run: 1 }")]
    [TestCase("lint.budget-of-nothing", "change-budget: { money-moved: 0, small-run: 0 }", "change-budget: { money-moved: 1, small-run: 0 }")]
    [TestCase("lint.no-budget", "change-budget: { open-deals: null, money-moved: null, deals-per-owner: null }", "change-budget: { open-deals: null, money-moved: null }")]
    [TestCase("lint.canary-of-everything", "change-budget: { canary-percent: 100 }", "change-budget: { canary-percent: 99 }")]
    [TestCase("lint.canary-of-nothing", "change-budget: { canary-percent: 0 }", "change-budget: { canary-percent: 1 }")]
    [TestCase("lint.rule-without-fields", "fields: { POV_End__c: null }\nseverities: { meddpicc.pov-ending: high }", "severities: { meddpicc.pov-ending: high }")]
    [TestCase("lint.task-of-a-rule-that-is-off", "tasks: { rules: [pov.deferred] }\nseverities: { pov.deferred: off }", "severities: { pov.deferred: off }")]
    [TestCase("lint.two-severities", "custom-rules: [{ id: custom.a, when: Amount > 5, severity: low, message: a }]\nseverities: { custom.a: high }", "custom-rules: [{ id: custom.a, when: Amount > 5, severity: low, message: a }]\nseverities: { custom.a: off }")]
    [TestCase("lint.same-condition", "custom-rules: [{ id: custom.a, when: Amount > 5, severity: low, message: a }, { id: custom.b, when: 'Amount  > 5', severity: low, message: a }]", "custom-rules: [{ id: custom.a, when: Amount > 5, severity: low, message: a }, { id: custom.b, when: Amount > 6, severity: low, message: a }]")]
    public void Warns_of_the_one_and_not_of_the_other(string id, string warned, string sound)
    {
        Assert.That(Lint(Stages + warned).Select(warning => warning.Id), Is.EqualTo(new[] { id }));
        Assert.That(Lint(Stages + sound), Is.Empty);
    }

    [TestCase("severities: { meddpicc.pov-ending: high }", "lint.unreachable-rule")]
    [TestCase("tasks: { rules: [meddpicc.pov-ending] }", "lint.unreachable-rule")]
    [TestCase("meddpicc: { pov-ending-days: 10 }", "lint.setting-without-effect")]
    public void Warns_of_what_needs_a_stage_that_no_stage_maps_to(string more, string id)
    {
        Assert.That(Lint(WithoutPov + more).Select(warning => warning.Id), Is.EqualTo(new[] { id }));
        Assert.That(Lint(Stages + more), Is.Empty);
    }

    [Test]
    public void Stages_that_are_missing_or_out_of_order_are_told()
    {
        Assert.That(Lint("stages: [{ name: Discovery, type: discovery }, { name: Won, type: closed-won }]").Select(warning => warning.Id), Is.EqualTo(new[] { "lint.no-closed-stage" }));
        var swapped = Lint("stages:\n  - { name: Proposal, type: commercial }\n  - { name: Discovery, type: discovery }\n  - { name: Won, type: closed-won }\n  - { name: Lost, type: closed-lost }\n");
        Assert.That(swapped.Select(warning => (warning.Id, warning.Key, warning.Line)), Is.EqualTo(new[] { ("lint.stages-out-of-order", "stages[1]", 3) }));
    }

    [Test]
    public void A_warning_stands_at_its_key_and_reads_as_a_sentence()
    {
        var warning = Lint(Stages + "change-budget:\n  canary-percent: 100\n").Single();

        Assert.That(warning.In("policy.yaml"), Is.EqualTo("policy.yaml:7:3: change-budget.canary-percent: the canary is the whole run, so nothing is left that it could protect; write a small share such as 1 (lint.canary-of-everything)"));
    }

    [TestCase(1, "Packet is due 1 day before the close date")]
    [TestCase(2, "Packet is due 2 days before the close date")]
    public void One_day_is_no_days(int days, string said) => Assert.That(
        Lint($"{Stages}closing: {{ week-days: 0, commit-high-days: 0, checklist: [{{ name: Packet, days-before: {days} }}] }}").Single().Sentence,
        Does.StartWith(said));

    /// <summary>Both are told: the smallest amount would need the highest level.</summary>
    [Test]
    public void Levels_upside_down_are_told_at_the_keys_that_somebody_wrote() => Assert.That(
        Lint(Stages + "meddpicc: { small-level: CEO, large-level: Manager }").Select(warning => warning.Key),
        Is.EqualTo(new[] { "meddpicc.small-level", "meddpicc.large-level" }));

    [TestCase("closing: { desk-approvals: [] }", 1)]
    [TestCase("closing: { desk-approvals: [Go] }", 0)]
    [TestCase("closing: { desk-approvals: [] }\nseverities: { proposal.no-desk-decision: off }", 0)]
    public void A_desk_that_approves_nothing_finds_every_deal(string more, int warnings) => Assert.That(
        Lint(Stages.Replace("  - { name: Closed Won", "  - { name: Proposal, type: commercial }\n  - { name: Closed Won", StringComparison.Ordinal) + more).Count(warning => warning.Id == "lint.threshold-always-met"),
        Is.EqualTo(warnings));

    /// <summary>What says so already says why.</summary>
    [Test]
    public void An_empty_list_of_a_rule_that_is_never_asked_is_told_once() =>
        Assert.That(Lint(Stages + "closing: { desk-approvals: [] }").Select(warning => warning.Id), Is.EqualTo(new[] { "lint.setting-without-effect" }));

    [Test]
    public void Windows_line_ends_and_a_byte_order_mark_change_nothing()
    {
        var text = Stages + "change-budget: { canary-percent: 100 }\n";

        Assert.That(Lint("\uFEFF" + text.ReplaceLineEndings("\r\n")), Is.EqualTo(Lint(text)));
    }

    private static IReadOnlyList<PolicyWarning> Lint(string text) => PolicyLint.Of(TestPolicies.Sound(text), text);
}
