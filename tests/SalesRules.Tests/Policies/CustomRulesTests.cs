using SalesRules.Decisions;
using static SalesRules.Tests.Policies.TestPolicies;

namespace SalesRules.Tests.Policies;

/// <summary>The section custom-rules: what it becomes, and what is said of its mistakes.</summary>
public class CustomRulesTests
{
    private const string Sound = """
        custom-rules:
          - id: custom.large-deal-2
            when: >-
              Amount >= 100000
              and NextStep is null
            severity: medium
            message: "{Name} has no next step."
            task: Agree the next step for {Name}
            counts-for-risk: true
            closed: true
          - { id: no-amount, when: Amount is null, severity: low, message: No amount. }

        """;

    [Test]
    public void A_rule_is_read_with_all_its_keys()
    {
        var rules = With(Sound).CustomRules;
        var (large, plain) = (rules[0], rules[1]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rules.Select(rule => rule.Id), Is.EqualTo(["custom.large-deal-2", "no-amount"]));
            Assert.That(large.When.Text, Is.EqualTo("Amount >= 100000 and NextStep is null"));
            Assert.That(large.Needs, Is.EqualTo(["Amount", "NextStep", "Name"]));
            Assert.That((large.Message.Text, large.Task?.Text), Is.EqualTo(("{Name} has no next step.", "Agree the next step for {Name}")));
            Assert.That((large.CountsForRisk, large.AsksClosedDeals, large.HandsOutTasks), Is.EqualTo((true, true, true)));
            Assert.That((plain.CountsForRisk, plain.AsksClosedDeals, plain.HandsOutTasks), Is.EqualTo((false, false, false)));
        }
    }

    [Test]
    public void A_rule_with_a_task_makes_it_whatever_tasks_rules_lists()
    {
        Assert.That(With(Sound).Tasks.Rules, Does.Contain("custom.large-deal-2").And.Not.Contain("no-amount"));
        Assert.That(With(Sound + "tasks: { rules: [] }").Tasks.Rules, Is.EquivalentTo(["custom.large-deal-2"]));
    }

    [TestCase("Amount >", "Amount > 1", "Amount > 1")]
    [TestCase("Amount > 1", "Amount >", "Amount > 1")]
    [TestCase("Amount > 1", "Amount > 1", "Amount >")]
    public void An_id_that_stands_twice_and_a_condition_that_cannot_be_read_are_told_together(string first, string second, string third)
    {
        var problems = Problems($"""
            {Least}custom-rules:
              - id: no-amount
                when: {first}
                severity: low
                message: a
              - id: no-amount
                when: {second}
                severity: low
                message: b
              - id: no-step
                when: {third}
                severity: low
                message: c
            """);

        Assert.That(problems, Has.Length.EqualTo(2));
        Assert.That(problems, Has.One.Contains("custom-rules[1]: \"no-amount\" is listed twice; the first is on line 6"));
        Assert.That(problems, Has.One.Contains(".when: "));
    }

    [TestCase("severities: { no-amount: high, custom.large-deal-2: off, pov.deferred: low }\ntasks: { rules: [no-amount, pov.deferred] }\n", "")]
    [TestCase("", "severities: { no-amount: high, custom.large-deal-2: off, pov.deferred: low }\ntasks: { rules: [no-amount, pov.deferred] }\n")]
    public void Severities_and_tasks_may_name_it_before_the_section_and_behind_it(string before, string behind)
    {
        var policy = TestPolicies.Sound(before + Least + Sound + behind);

        Assert.That(policy.SeverityOf("no-amount", Severity.Low), Is.EqualTo(Severity.High));
        Assert.That(policy.SeverityOf("custom.large-deal-2", Severity.Low), Is.Null);
        Assert.That(policy.Tasks.Rules, Is.EquivalentTo(["no-amount", "pov.deferred", "custom.large-deal-2"]));
    }

    [TestCase("abc")]
    [TestCase("custom.a")]
    [TestCase("custom.emea.large-deal-2")]
    [TestCase("next-step-2")]
    [TestCase("a23456789012345678901234567890123456789012345678901234567890")]
    public void An_id_is_plain_or_begins_with_custom(string id) => Assert.That(Problems(Least + Rule(id: id)), Is.Empty);

    [TestCase("ab")]
    [TestCase("forecast.above-ceiling")]
    [TestCase("hygiene.no-next-step")]
    [TestCase("Large-deal")]
    [TestCase("large_deal")]
    [TestCase("large--deal")]
    [TestCase("-large")]
    [TestCase("2nd-deal")]
    [TestCase("custom.")]
    [TestCase("customs.large-deal")]
    [TestCase("a234567890123456789012345678901234567890123456789012345678901")]
    public void No_other_id_is_taken_so_that_none_is_ever_the_catalogues(string id) => Assert.That(
        Problems(Least + Rule(id: id)),
        Is.EqualTo([$"p.yaml:6:11: custom-rules[0].id: \"{(id.Length > 60 ? id[..60] + "…" : id)}\" is no id of a custom rule; expected 3 to 60 lower-case letters, digits and dashes such as no-next-step, with dots only behind custom. as in custom.emea.no-next-step"]));

    [TestCase("when: Amonut > 5", "column 1: there is no field \"Amonut\"; did you mean \"Amount\"?")]
    [TestCase("when: Amount >", "column 9: expected a field, a value or a function, found the end")]
    [TestCase("when: Amount > 'big' or StageName = 'Pilot'",
        "column 1: Amount is a number and 'big' a text: both sides of > must be of one type|column 31: \"Pilot\" is no stage of the policy; expected one of Discovery, POV, Closed Won")]
    [TestCase("when: [Amount > 5]", "expected a condition such as Amount > 100000 and NextStep is null, of at most 2,000 characters, found a list")]
    [TestCase("when:", "expected a condition such as Amount > 100000 and NextStep is null, of at most 2,000 characters, found nothing")]
    [TestCase("message: Worth {Amonut}", "column 7: there is no field \"Amonut\"; did you mean \"Amount\"?")]
    [TestCase("task: \"{Amount\"", "column 1: '{' stands alone; a field is written {Amount}")]
    [TestCase("message: \"one\\ntwo\"", "the message has a line break or control character; expected a message of 1 to 255 characters on one line")]
    [TestCase("severity: off", "\"off\" is no severity; expected one of info, low, medium, high")]
    [TestCase("closed: yes", "\"yes\" is neither true nor false")]
    public void A_mistake_has_the_line_of_its_key_and_the_column_within_the_text(string line, string expected)
    {
        var key = line[..line.IndexOf(':', StringComparison.Ordinal)];
        var lines = new Dictionary<string, string> { ["when"] = "when: Amount > 5", ["severity"] = "severity: low", ["message"] = "message: Large.", ["task"] = "task: Do.", [key] = line };
        var text = Least + "custom-rules:\n  - id: large-deal\n    " + string.Join("\n    ", lines.Values) + "\n";
        var place = 1 + text.Split('\n').ToList().IndexOf("    " + line);

        Assert.That(Problems(text).Select(problem => problem.Split(": ", 3)), Is.EqualTo(expected.Split('|').Select(sentence =>
            new[] { $"p.yaml:{place}:{(line.Length == key.Length + 1 ? key.Length + 6 : key.Length + 7)}", $"custom-rules[0].{key}", sentence })));
    }

    [Test]
    public void All_mistakes_of_all_rules_are_told_at_once() => Assert.That(
        Problems(Least + """
            tasks: { rules: [large-deal, larg-deal] }
            severities: { pov.defered: low }
            custom-rules:
              - { id: large-deal, when: Amonut > 5, severity: low, message: Large. }
              - { id: large-deal, when: Amount > 5, severity: low, message: Large. }
              - { id: Third, when: Amount >, severity: urgent, message: "{Nam}" }
              - { id: fourth, when: by('povv') }
              - later
            """).Select(problem => string.Join(' ', problem.Split(": ", 4)[..3])),
        Is.EqualTo(new[]
        {
            "p.yaml:5:30 tasks.rules[1] \"larg-deal\" is no rule of the rule catalogue or of custom-rules; did you mean \"large-deal\"?",
            "p.yaml:6:15 severities.pov.defered \"pov.defered\" is no rule of the rule catalogue or of custom-rules; did you mean \"pov.deferred\"?",
            "p.yaml:8:29 custom-rules[0].when column 1",
            "p.yaml:9:5 custom-rules[1] \"large-deal\" is listed twice; the first is on line 8",
            "p.yaml:10:11 custom-rules[2].id \"Third\" is no id of a custom rule; expected 3 to 60 lower-case letters, digits and dashes such as no-next-step, with dots only behind custom. as in custom.emea.no-next-step",
            "p.yaml:10:24 custom-rules[2].when column 9",
            "p.yaml:10:44 custom-rules[2].severity \"urgent\" is no severity; expected one of info, low, medium, high",
            "p.yaml:10:61 custom-rules[2].message column 1",
            "p.yaml:11:5 custom-rules[3].severity missing; expected one of info, low, medium, high",
            "p.yaml:11:5 custom-rules[3].message missing; expected a message of 1 to 255 characters on one line; {CloseDate} stands for the value of that field",
            "p.yaml:11:25 custom-rules[3].when column 4",
            "p.yaml:12:5 custom-rules[4] expected a rule with id, when, severity and message, found a text",
        }));

    [Test]
    public void Two_rules_of_one_id_are_refused() => Assert.That(
        Problems(Least + Rule() + "  - { id: large-deal, when: IsWon, severity: low, message: Won. }\n"),
        Is.EqualTo(["p.yaml:7:5: custom-rules[1]: \"large-deal\" is listed twice; the first is on line 6"]));

    [Test]
    public void The_orgs_names_of_fields_count_wherever_the_map_stands()
    {
        var rule = Rule(when: "Sponsor__c is null");

        Assert.That(With(rule + "fields: { Champion__c: Sponsor__c }\n").CustomRules.Single().Needs, Is.EqualTo(["Champion__c"]));
        Assert.That(Problems(Least + rule).Single(), Does.Contain("there is no field \"Sponsor__c\""));
    }

    [Test]
    public void While_stages_or_fields_cannot_be_read_names_are_not_complained_about()
    {
        Assert.That(Problems(Rule(when: "Sponsor__c is null") + "stages: [{ name: A, type: discovery }]\nfields: { Champion__c: My Sponsor }\n"), Has.Length.EqualTo(1));
        Assert.That(Problems(Rule(when: "Sponsor__c is null")), Is.EqualTo(["p.yaml:1:1: stages: missing; expected a list, each a stage with name and type"]));
        Assert.That(Problems(Rule(when: "Sponsor__c is")), Has.Length.EqualTo(2), "what can be read is looked at all the same");
    }

    private static string Rule(string id = "large-deal", string when = "Amount > 5") =>
        $"custom-rules: [{{ id: {id}, when: {when}, severity: low, message: Large. }}]\n".Replace("custom-rules: [{", "custom-rules:\n  - {", StringComparison.Ordinal).Replace("}]", "}", StringComparison.Ordinal);
}
