using SalesRules.Policies;
using SalesRules.PolicyTests;
using SalesRules.PolicyTests.Reading;
using SalesRules.Rules;
using SalesRules.Snapshots;
using SalesRules.Tests.Policies;

namespace SalesRules.Tests.PolicyTests;

/// <summary>Cases for a policy: what they find, and what is said of mistakes in them.</summary>
public class PolicyTestFileTests
{
    private const string Given = "{ StageName: POV, Type: New Business, ForecastCategoryName: Commit, Probability: 90, CloseDate: 2026-03-31, "
        + "MIQL_Outcome__c: 2, MIQL_Maps__c: 2, MIQL_Insight__c: 2, MIQL_Quantify__c: 1, MIQL_Leadership__c: 1 }";

    private static readonly Policy Policy = TestPolicies.Sound(ShippedFiles.Read("policy.yaml").Replace("custom-rules: []", """
        custom-rules:
          - { id: custom.pov-in-commit, when: by('pov') and ForecastCategoryName = 'Commit', severity: low, message: POV in Commit. }
        """, StringComparison.Ordinal));

    [Test]
    public void The_cases_beside_the_shipped_policy_hold()
    {
        var results = Run(ShippedFiles.Read("policy.tests.yaml"), TestPolicies.Default());

        Assert.That(results, Has.Count.EqualTo(8));
        Assert.That(results.SelectMany(result => result.Mismatches), Is.Empty);
    }

    [TestCase("unscored-ceiling: Pipeline", "unscored-ceiling: Best Case", "No score, no review")]
    [TestCase("gated-motions: [new-business, expansion]", "gated-motions: [renewal]", "A POV without Quantify at 2 goes back to where the deal came from")]
    [TestCase("fiscal-year-starts-in: January", "fiscal-year-starts-in: February", "Commit means this quarter")]
    [TestCase("- { name: POV, type: pov }", "- { name: POV, type: pov }\n  - { name: Pilot, type: pov }", "A stage that nobody mapped is said, not guessed")]
    public void A_changed_policy_breaks_the_case_that_guards_it(string said, string changed, string broken)
    {
        var policy = TestPolicies.Sound(ShippedFiles.Read("policy.yaml").Replace(said, changed, StringComparison.Ordinal));

        Assert.That(Run(ShippedFiles.Read("policy.tests.yaml"), policy).Where(result => !result.Holds).Select(result => result.Test.Name), Does.Contain(broken));
    }

    [TestCase("findings: [pov.deferred]")]
    [TestCase("findings: [pov.deferred, custom.pov-in-commit]")]
    [TestCase("not: [forecast.score-required]")]
    [TestCase("ceiling: Best Case")]
    [TestCase("proposed: Best Case")]
    [TestCase("pov: Deferred")]
    [TestCase("risk: high")]
    [TestCase("changes: { ForecastCategoryName: Best Case, StageName: Technical Deep-Dive }")]
    public void What_is_decided_as_expected_holds(string expect) => Assert.That(Mismatches(expect), Is.Empty);

    [TestCase("findings: [motion.unmapped]", "5: findings: motion.unmapped / forecast.above-ceiling, ")]
    [TestCase("exact: true", "5: exact: no other findings / forecast.above-ceiling, ")]
    [TestCase("not: [custom.pov-in-commit]", "5: not: no custom.pov-in-commit / POV in Commit.")]
    [TestCase("ceiling: Commit", "5: ceiling: Commit / Best Case")]
    [TestCase("proposed: Commit", "5: proposed: Commit / Best Case")]
    [TestCase("pov: none", "5: pov: none / Deferred")]
    [TestCase("risk: low", "5: risk: low / high")]
    [TestCase("changes: {}", "5: changes: no changes / ForecastCategoryName: Best Case (forecast.above-ceiling), StageName: Technical Deep-Dive (pov.stage-without-approval)")]
    [TestCase("changes: { ForecastCategoryName: Best Case, StageName: Discovery }", "5: changes: StageName: Discovery / StageName: Technical Deep-Dive")]
    [TestCase("changes: { StageName: Technical Deep-Dive, ForecastCategoryName: Best Case, Probability: 70 }", "5: changes: Probability: 70 / no change of Probability")]
    [TestCase("findings: [pov.capacity]", "5: findings: pov.capacity / the rule did not run, for lack of fields or context")]
    public void What_is_decided_otherwise_is_told_with_its_line(string expect, string expected)
    {
        var policy = Policy with { Pov = Policy.Pov with { Capacity = 1 } };
        var deal = expect.Contains("capacity", StringComparison.Ordinal) ? "{ StageName: Pilot }" : Given;
        var mismatch = Run(Case(expect, deal), policy).Single().Mismatches.Single();

        Assert.That($"{mismatch.Line}: {mismatch.Key}: {mismatch.Expected} / {mismatch.Found}", Does.StartWith(expected));
    }

    [Test]
    public void A_rule_that_is_switched_off_is_said_to_be() => Assert.That(
        Run(Case("findings: [pov.deferred]"), Policy.WithSeverity("pov.deferred", null)).Single().Mismatches.Single().Found,
        Is.EqualTo("the policy switches the rule off"));

    [Test]
    public void With_exact_the_listed_findings_and_no_others_hold()
    {
        const string Quiet = "{ StageName: Closed Lost, IsClosed: true, IsWon: false, ForecastCategoryName: Pipeline }";

        Assert.That(Run(Case("{ findings: [forecast.closed-category], exact: true }", Quiet, inline: true), Policy).Single().Mismatches, Is.Empty);
        Assert.That(Run(Case("{ findings: [], exact: true }", Quiet, inline: true), Policy).Single().Mismatches.Single().Found, Is.EqualTo("forecast.closed-category"));
    }

    [Test]
    public void A_case_has_its_date_its_deal_and_its_history()
    {
        var test = Read("""
            - name: A deal
              as-of: 2026-02-28
              given: { Amount: 1250.50, IsWon: true, CreatedDate: 2026-01-02T03:04:05Z, NextStep: null, Close_Checklist__c: A;B, MIQL_Maps__c: 3 }
              history: [{ stage: Discovery, on: 2026-01-05 }, { stage: Demo, on: 2026-02-01 }]
              expect: { pov: none }
            """, Policy).Tests.Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((test.Line, test.Name, test.Context.Today), Is.EqualTo((1, "A deal", new DateOnly(2026, 2, 28))));
            Assert.That((test.Opportunity.Amount, test.Opportunity.IsWon, test.Opportunity.NextStep), Is.EqualTo((1250.50m, true, (string?)null)));
            Assert.That(test.Opportunity.CreatedDate, Is.EqualTo(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)));
            Assert.That(test.Opportunity.Maps.IsInvalid, Is.True);
            Assert.That(test.Context.StageHistory!.Select(entry => (entry.StageName, entry.EnteredAt.UtcDateTime.Date)), Is.EqualTo(new[]
            {
                ("Discovery", new DateTime(2026, 1, 5)), ("Demo", new DateTime(2026, 2, 1)),
            }));
        }
    }

    [Test]
    public void Without_a_history_none_is_known() => Assert.That(Read(Case("pov: Deferred"), Policy).Tests.Single().Context.StageHistory, Is.Null);

    [Test]
    public void Fields_have_the_orgs_names_or_the_catalogues()
    {
        var mapped = Policy with { Fields = new FieldMap(new Dictionary<string, string?> { ["NextStep"] = "Next_Move__c", ["Pain__c"] = null }) };

        Assert.That(Read(Case("pov: none", "{ next_move__c: Call }"), mapped).Tests.Single().Opportunity.NextStep, Is.EqualTo("Call"));
        Assert.That(Read(Case("pov: none", "{ NextStep: Call }"), mapped).Tests.Single().Opportunity.NextStep, Is.EqualTo("Call"));
        Assert.That(Read(Case("pov: none", "{ NextStep: Call, Next_Move__c: Call }"), mapped).Problems.Single().Sentence, Is.EqualTo("NextStep is given twice, under the org's name and the catalogue's"));
        Assert.That(Read(Case("pov: none", "{ Pain__c: Much }"), mapped).Problems.Single().Sentence, Is.EqualTo("the policy's section fields says that the org has no Pain__c"));
    }

    [Test]
    public void All_mistakes_are_told_at_once_with_line_and_column() => Assert.That(
        Read("""
            - name: One
              as-of: 2 March
              given: { Amonut: 5, Amount: much, CloseDate: [2026-03-02], StageName: POV }
              expect: { findings: [pov.defered], ceiling: Comit, changes: 5 }
            - name: One
              as-of: 2026-03-02
              given: 5
              history: [{ stage: POV }]
              expect: {}
            - name: Two
              as-of: 2026-03-02
              given: { StageName: POV }
              expect: {}
              expects: {}
            """, Policy).Problems.Select(problem => problem.ToString()),
        Is.EqualTo(new[]
        {
            "t.yaml:2:10: [0].as-of: \"2 March\" is no date; expected a date from 2000-01-01 to 2099-12-31 such as 2026-12-25",
            "t.yaml:3:12: [0].given.Amonut: there is no field \"Amonut\"; did you mean \"Amount\"?",
            "t.yaml:3:31: [0].given.Amount: \"much\" is no value of Amount: expected a number such as 125000, found another text",
            "t.yaml:3:48: [0].given.CloseDate: expected a value, found a list",
            "t.yaml:4:24: [0].expect.findings[0]: \"pov.defered\" is no rule of the rule catalogue or of custom-rules; did you mean \"pov.deferred\"?",
            "t.yaml:4:47: [0].expect.ceiling: \"Comit\" is no forecast category; expected one of Omitted, Pipeline, Best Case, Most Likely, Commit, Closed",
            "t.yaml:4:63: [0].expect.changes: expected a map of fields with the values that they are to be corrected to, such as { ForecastCategoryName: Best Case }; {} for none, found a text",
            "t.yaml:7:10: [1].given: expected a map of fields with their values, such as { StageName: POV, Amount: 250000 }, found a text",
            "t.yaml:8:13: [1].history[0].on: missing; expected a date from 2000-01-01 to 2099-12-31 such as 2026-12-25",
            "t.yaml:9:11: [1].expect: nothing is expected; expected one of findings, exact, not, ceiling, proposed, pov, risk, changes",
            "t.yaml:13:11: [2].expect: nothing is expected; expected one of findings, exact, not, ceiling, proposed, pov, risk, changes",
            "t.yaml:14:3: [2].expects: unknown key; did you mean \"expect\"?",
        }));

    [TestCase("", "t.yaml:1:1: the file is empty; expected a list of cases, each with name, as-of, given and expect")]
    [TestCase("[]", "t.yaml:1:1: the list is empty; expected at least 1")]
    [TestCase("name: One", "t.yaml:1:1: expected a list, each a case with name, as-of, given and expect, found a map of keys")]
    [TestCase("- name: 'One", "t.yaml:1:9: not readable as YAML: a text that opens with a quote is not closed by one")]
    public void A_file_without_cases_is_told(string text, string expected)
    {
        var reading = Read(text, Policy);

        Assert.That(reading.Tests, Is.Empty);
        Assert.That(reading.Problems.Single().ToString(), Does.StartWith(expected));
    }

    [Test]
    public void Two_cases_of_one_name_are_refused() => Assert.That(
        Read(Case("pov: none") + Case("pov: none"), Policy).Problems.Single().Sentence, Is.EqualTo("\"A case\" is listed twice; the first is on line 1"));

    [Test]
    public void Every_key_is_documented_in_its_own_words()
    {
        var page = ShippedFiles.Read("docs/policy-tests.md");

        foreach (var key in new PolicyTestSection(Policy).Keys.Concat(new ExpectSection(Policy.Fields).Keys))
            Assert.That(page, Does.Contain($"| `{key.Name}` | {key.Meaning} |"));
    }

    private static IReadOnlyList<Mismatch> Mismatches(string expect) => Run(Case(expect), Policy).Single().Mismatches;

    private static string Case(string expect, string given = Given, bool inline = false) =>
        $"- name: A case\n  as-of: 2026-03-02\n  given: {given}\n  expect:{(inline ? " " : "\n    ")}{expect}\n";

    private static PolicyTestReading Read(string text, Policy policy) => PolicyTestFile.Parse(text, "t.yaml", policy);

    private static List<PolicyTestResult> Run(string text, Policy policy)
    {
        var reading = Read(text, policy);
        Assert.That(reading.Problems, Is.Empty);
        return [.. reading.Tests.Select(test => test.Run(new RuleBook(policy)))];
    }
}
