using SalesRules.Policies;
using static SalesRules.Tests.Policies.TestPolicies;

namespace SalesRules.Tests.Policies;

/// <summary>Every kind of mistake with its exact sentence and place.</summary>
public sealed class PolicyProblemTests
{
    // Keys
    [TestCase("forcast: {}", "5:1: forcast: unknown key; did you mean \"forecast\"?")]
    [TestCase("territories: {}", "5:1: territories: unknown key; expected one of business, stages, motions, segments, forecast, pov, renewals, meddpicc, stage-rules, hygiene, closing, qualification, retention, risk, history, leads, overrides, tasks, change-budget, alerts, portfolio, severities, texts, digests, custom-rules, fields")]
    [TestCase("pov: { capasity: 3 }", "5:8: pov.capasity: unknown key; did you mean \"capacity\"?")]
    [TestCase("pov: { floors: { O: 1 } }", "5:8: pov.floors: unknown key: the hard floors of the POV gate, O = 2 and Q = 2, are no settings: no policy clears them")]
    [TestCase("pov: { hard-floor: 1 }", "5:8: pov.hard-floor: unknown key: the hard floors of the POV gate, O = 2 and Q = 2, are no settings: no policy clears them")]
    [TestCase("pov: { minimum-total: 5 }", "5:8: pov.minimum-total: unknown key: the gate's totals, 6 with conditions and 8 without, are MIQL's own and no settings")]
    [TestCase("forecast: { commit-total: 7 }", "5:13: forecast.commit-total: unknown key: what Commit needs (8, O = 2, L = 2) is MIQL's own and no setting")]
    [TestCase("forecast:\n  below-ceiling: cap\n  below-ceiling: follow", "7:3: forecast.below-ceiling: the key is given twice; the first is on line 6")]
    [TestCase("motions: { types: { Renewal: renewal, renewal: expansion } }", "5:39: motions.types.renewal: the key is given twice; the first is on line 5")]
    [TestCase("stages: []", "5:1: stages: the key is given twice; the first is on line 1")]
    // Kinds
    [TestCase("forecast: [cap]", "5:11: forecast: expected a map with the keys unscored-ceiling, below-ceiling, correct-probability, probability-bands, found a list")]
    [TestCase("overrides: 14", "5:12: overrides: expected a map with the keys maximum-days, roles, tug-of-war-rounds, found a text")]
    [TestCase("pov: { maximum-days: [60] }", "5:22: pov.maximum-days: expected a whole number from 1 to 365, found a list")]
    [TestCase("pov: { maximum-days: }", "5:22: pov.maximum-days: expected a whole number from 1 to 365, found nothing")]
    [TestCase("overrides: { roles: VP Sales }", "5:21: overrides.roles: expected a list, each a role name of 1 to 255 characters on one line, found a text")]
    [TestCase("tasks: { rules: { pov.deferred: true } }", "5:17: tasks.rules: expected a list, each a rule of the rule catalogue or of custom-rules, found a map of keys")]
    // Numbers
    [TestCase("pov: { maximum-days: sixty }", "5:22: pov.maximum-days: \"sixty\" is no whole number; expected a whole number from 1 to 365")]
    [TestCase("pov: { maximum-days: 1.5 }", "5:22: pov.maximum-days: \"1.5\" is no whole number; expected a whole number from 1 to 365")]
    [TestCase("pov: { maximum-days: \"60\" }", "5:22: pov.maximum-days: \"60\" is in quotes and so a text; expected a whole number from 1 to 365")]
    [TestCase("pov: { maximum-days: -3 }", "5:22: pov.maximum-days: -3 is out of range; expected a whole number from 1 to 365")]
    [TestCase("pov: { capacity: 99999999999 }", "5:18: pov.capacity: 99999999999 is out of range; expected a whole number from 1 to 10000")]
    [TestCase("forecast: { correct-probability: yes }", "5:34: forecast.correct-probability: \"yes\" is neither true nor false")]
    // Words
    [TestCase("forecast: { unscored-ceiling: Comit }", "5:31: forecast.unscored-ceiling: \"Comit\" is no forecast category; expected one of Omitted, Pipeline, Best Case, Most Likely, Commit, Closed")]
    [TestCase("forecast: { below-ceiling: raise }", "5:28: forecast.below-ceiling: \"raise\" is no mode; expected one of cap, follow")]
    [TestCase("motions: { default: upsell }", "5:21: motions.default: \"upsell\" is no motion; expected one of new-business, expansion, renewal")]
    [TestCase("motions: { types: { Up: upsell } }", "5:25: motions.types.Up: \"upsell\" is no motion; expected one of new-business, expansion, renewal")]
    [TestCase("motions: { types: { Exist*ing: renewal } }", "5:21: motions.types.Exist*ing: \"Exist*ing\" is no Type; expected a Type of at most 255 characters; a * stands only at its end")]
    [TestCase("severities: { pov.defered: high }", "5:15: severities.pov.defered: \"pov.defered\" is no rule of the rule catalogue; did you mean \"pov.deferred\"?")]
    [TestCase("severities: { pov.deferred: urgent }", "5:29: severities.pov.deferred: \"urgent\" is no severity; expected one of info, low, medium, high, off")]
    [TestCase("tasks: { rules: [make-coffee] }", "5:18: tasks.rules[0]: \"make-coffee\" is no rule of the rule catalogue")]
    [TestCase("tasks: { rules: [pov.deferred, pov.deferred] }", "5:32: tasks.rules[1]: \"pov.deferred\" is listed twice; the first is on line 5")]
    [TestCase("tasks: { default-owner: 006000000000001 }", "5:25: tasks.default-owner: \"006000000000001\" is no id of a user; expected the id of a user: 005 and 12 letters or digits, or 18 characters with a right checksum")]
    [TestCase("tasks: { default-owner: 005000000000001AAB }", "5:25: tasks.default-owner: \"005000000000001AAB\" is no id of a user; expected the id of a user: 005 and 12 letters or digits, or 18 characters with a right checksum")]
    // Calendar
    [TestCase("business: { time-zone: America/New_Yrok }", "5:24: business.time-zone: \"America/New_Yrok\" is no time zone known to this machine; expected an IANA name such as America/New_York, Europe/Berlin or UTC")]
    [TestCase("business: { time-zone: ../../etc/passwd }", "5:24: business.time-zone: \"../../etc/passwd\" is no time zone known to this machine; expected an IANA name such as America/New_York, Europe/Berlin or UTC")]
    [TestCase("business: { fiscal-year-starts-in: 13 }", "5:36: business.fiscal-year-starts-in: \"13\" is no month; expected a month: 1 to 12, or January to December")]
    [TestCase("business: { holidays: [2026-02-29] }", "5:24: business.holidays[0]: \"2026-02-29\" is no date; expected a date from 2000-01-01 to 2099-12-31 such as 2026-12-25")]
    [TestCase("business: { holidays: [2026-12-25, 2026-12-25] }", "5:36: business.holidays[1]: \"2026-12-25\" is listed twice; the first is on line 5")]
    [TestCase("pov: { effective-on: 1 April 2026 }", "5:22: pov.effective-on: \"1 April 2026\" is no date; expected a date from 2000-01-01 to 2099-12-31 such as 2026-12-25")]
    // Bands
    [TestCase("forecast: { probability-bands: { Commit: { from: 90, to: 80 } } }", "5:42: forecast.probability-bands.Commit: the band is empty: it begins at 90 and ends at 80")]
    [TestCase("forecast: { probability-bands: { Omitted: { from: 30, below: 30 } } }", "5:43: forecast.probability-bands.Omitted: the band is empty: it begins at 30 and ends below 30")]
    [TestCase("forecast: { probability-bands: { Omitted: { to: 29, below: 30 } } }", "5:43: forecast.probability-bands.Omitted: to and below are both given; a band ends at one of them")]
    [TestCase("forecast: { probability-bands: { Commit: { from: -1 } } }", "5:50: forecast.probability-bands.Commit.from: \"-1\" is no number of per cent; expected a number of per cent from 0 to 100")]
    [TestCase("forecast: { probability-bands: { Upside: { from: 1 } } }", "5:34: forecast.probability-bands.Upside: unknown key; expected one of Closed, Commit, Most Likely, Best Case, Pipeline, Omitted")]
    // Texts
    [TestCase("pov: { work: { outcome: \" \" } }", "5:25: pov.work.outcome: the text is blank; expected a text of 1 to 255 characters on one line")]
    [TestCase("pov:\n  work:\n    outcome: |\n      one\n      two\n", "7:14: pov.work.outcome: the text has a line break or control character; expected a text of 1 to 255 characters on one line")]
    // MEDDPICC
    [TestCase("meddpicc: { small-level: Founder }", "5:26: meddpicc.small-level: \"Founder\" is no level of buyer-levels; expected one of Manager, Director, VP Engineering, CTO, CFO, CEO, Board")]
    [TestCase("meddpicc: { buyer-levels: { CFO: 1, CEO: 2 } }", "5:11: meddpicc.small-level: \"VP Engineering\" is no level of buyer-levels; expected one of CFO, CEO")]
    [TestCase("meddpicc: { middle-from: 11, middle-to: 10 }", "5:11: meddpicc: middle-from is above middle-to; expected the lower amount first")]
    [TestCase("meddpicc: { pov-ending-days: 7, pov-ending-soon-days: 8 }", "5:11: meddpicc: pov-ending-soon-days is more than pov-ending-days; the nearer end weighs more")]
    [TestCase("meddpicc: { letters: [] }", "5:22: meddpicc.letters: the list is empty; expected at least 1")]
    [TestCase("meddpicc: { letters: [{ name: Pain, fields: [Pane__c] }] }", "5:46: meddpicc.letters[0].fields[0]: \"Pane__c\" is no field of the field catalogue; did you mean \"Pain__c\"?")]
    // Renewals, hygiene, closing, stage rules
    [TestCase("renewals: { csm-views: { Green: fine } }", "5:33: renewals.csm-views.Green: \"fine\" is no risk; expected one of none, low, medium, high")]
    [TestCase("hygiene: { pushes-low: 5, pushes-medium: 4 }", "5:10: hygiene: pushes-low is more than pushes-medium; expected the lower number first")]
    [TestCase("hygiene: { minimum-fields: { pilot: [Amount] } }", "5:30: hygiene.minimum-fields.pilot: \"pilot\" is no stage type of the rule catalogue")]
    [TestCase("hygiene: { name-pattern: \"^(A\" }", "5:26: hygiene.name-pattern: \"^(A\" is no regular expression; expected a regular expression of at most 500 characters without lookaround and backreferences")]
    [TestCase("hygiene: { name-pattern: \"^A(?=B)\" }", "5:26: hygiene.name-pattern: \"^A(?=B)\" is no regular expression; expected a regular expression of at most 500 characters without lookaround and backreferences")]
    [TestCase("hygiene: { name-pattern: '(A)\\1' }", "5:26: hygiene.name-pattern: \"(A)\\1\" is no regular expression; expected a regular expression of at most 500 characters without lookaround and backreferences")]
    [TestCase("closing: { checklist: [{ name: Call }, { name: call }] }", "5:40: closing.checklist[1]: \"call\" is listed twice; the first is on line 5")]
    [TestCase("stage-rules: { exit: back }", "5:22: stage-rules.exit: \"back\" is no mode; expected one of flag, return")]
    [TestCase("qualification: { intent-high: 5, intent-medium: 6 }", "5:16: qualification: intent-medium is more than intent-high; expected the lower number of points to be medium")]
    [TestCase("retention: { drop-percent: 41 }", "5:12: retention: drop-percent is more than big-drop-percent; expected the larger drop to weigh more")]
    [TestCase("leads: { enabled: true, high: 3, medium: 8 }", "5:8: leads: medium is above high, so nothing would be medium; expected the lower number of points to be medium")]
    [TestCase("leads: { first-attempt-days: 4 }", "5:8: leads: first-attempt-days is more than second-attempt-days; expected the first attempt before the second")]
    // Return stage
    [TestCase("pov: { return-stage: Discvery }", "5:22: pov.return-stage: no stage is called \"Discvery\"; did you mean \"Discovery\"?")]
    [TestCase("pov: { return-stage: Closed Won }", "5:22: pov.return-stage: \"Closed Won\" is a closed stage; a deal goes back to an open one")]
    [TestCase("pov: { return-stage: POV }", "5:22: pov.return-stage: \"POV\" does not come before POV; a deal goes back to an earlier stage")]
    // Fields
    [TestCase("fields: { Champions__c: X__c }", "5:11: fields.Champions__c: \"Champions__c\" is no field of the field catalogue; did you mean \"Champion__c\"?")]
    [TestCase("fields: { Champion__c: My Champion }", "5:24: fields.Champion__c: \"My Champion\" is no API name; expected an API name such as Champion__c or Owner.Email, or null for a field that the org has not")]
    [TestCase("fields: { Champion__c: Pain__c }", "5:24: fields.Champion__c: \"Pain__c\" is already the name of Pain__c; every field needs its own")]
    [TestCase("fields: { Champion__c: X__c, Pain__c: x__c }", "5:24: fields.Champion__c: \"X__c\" is already the name of Pain__c; every field needs its own|5:39: fields.Pain__c: \"x__c\" is already the name of Champion__c; every field needs its own")]
    [TestCase("fields: { StageName: Phase__c }", "5:22: fields.StageName: StageName is Salesforce's own field and cannot be mapped")]
    [TestCase("fields: { Id: null }", "5:15: fields.Id: Id is Salesforce's own field and cannot be mapped")]
    public void A_mistake_is_told_with_its_place(string mistake, string expected) =>
        Assert.That(Problems(Least + mistake), Is.EqualTo(expected.Split('|').Select(problem => "p.yaml:" + problem)));

    [TestCase("pov: {}\n", "1:1: stages: missing; expected a list, each a stage with name and type")]
    [TestCase("stages:\n", "1:8: stages: the list is empty; expected at least 1")]
    [TestCase("stages: {}\n", "1:9: stages: expected a list, each a stage with name and type, found a map of keys")]
    [TestCase("stages: [Discovery]\n", "1:10: stages[0]: expected a stage with name and type, found a text")]
    [TestCase("stages: [{ type: pov }]\n", "1:10: stages[0].name: missing; expected a stage name of 1 to 255 characters on one line")]
    [TestCase("stages: [{ name: A, type: pox }]\n", "1:27: stages[0].type: \"pox\" is no stage type; expected one of qualification, discovery, technical-validation, solution, pov, commercial, commitment, closed-won, closed-lost")]
    [TestCase("stages: [{ name: A, type: discovery, order: 0 }]\n", "1:45: stages[0].order: 0 is out of range; expected a whole number from 1 to 1000")]
    [TestCase("stages:\n  - { name: Demo, type: discovery }\n  - { name: demo, type: solution }\n", "3:5: stages[1]: \"demo\" is listed twice; the first is on line 2")]
    [TestCase("stages:\n  - { name: Demo, type: demo }\n  - { name: demo, type: solution }\n", "2:25: stages[0].type: \"demo\" is no stage type; expected one of qualification, discovery, technical-validation, solution, pov, commercial, commitment, closed-won, closed-lost|3:5: stages[1]: \"demo\" is listed twice; the first is on line 2")]
    [TestCase("stages: [{ name: POV, type: pov }]\n", "1:9: stages: no active, open stage comes before \"POV\"; a deal without approval would have nowhere to go back to")]
    [TestCase("stages: [{ name: A, type: solution, active: false }, { name: B, type: solution }, { name: P, type: pov }]\npov: { return-stage: A }", "2:22: pov.return-stage: \"A\" is not active; nothing is moved into it")]
    public void A_mistake_in_the_stages_is_told_with_its_place(string text, string expected) =>
        Assert.That(Problems(text), Is.EqualTo(expected.Split('|').Select(problem => "p.yaml:" + problem)));

    [Test]
    public void All_mistakes_are_told_at_once_in_the_order_of_the_file() => Assert.That(
        Problems("""
            forecast:
              below-ceiling: raise
              unscored-ceiling: Comit
            stages:
              - { name: Discovery, type: discovry }
              - { name: POV }
              - { nme: Closed Won, type: closed-won }
            pov:
              floors: 1
              work: { maps: "" }
            colour: blue
            """).Select(problem => problem.Split(": ")[0..2]),
        Is.EqualTo(new[]
        {
            new[] { "p.yaml:2:18", "forecast.below-ceiling" },
            ["p.yaml:3:21", "forecast.unscored-ceiling"],
            ["p.yaml:5:30", "stages[0].type"],
            ["p.yaml:6:5", "stages[1].type"],
            ["p.yaml:7:5", "stages[2].name"],
            ["p.yaml:7:7", "stages[2].nme"],
            ["p.yaml:9:3", "pov.floors"],
            ["p.yaml:10:17", "pov.work.maps"],
            ["p.yaml:11:1", "colour"],
        }));

    [Test]
    public void A_problem_has_its_parts()
    {
        var problem = PolicyFile.Parse("stages: 1", "my policy.yaml").Problems.Single();

        Assert.That(problem, Is.EqualTo(new PolicyProblem("my policy.yaml", 1, 9, "stages", "expected a list, each a stage with name and type, found a text")));
        Assert.That(problem.ToString(), Is.EqualTo("my policy.yaml:1:9: stages: expected a list, each a stage with name and type, found a text"));
    }

    [Test]
    public void A_long_value_is_quoted_in_part_and_without_control_characters()
    {
        var problem = PolicyFile.Parse($"{Least}motions: {{ default: \"\\x1b{new string('x', 300)}\" }}", "p.yaml").Problems.Single();

        Assert.That(problem.Sentence, Does.StartWith($"\"?{new string('x', 59)}…\" is no motion"));
    }

    [Test]
    public void Beyond_a_thousand_problems_are_counted_only()
    {
        var problems = Problems(Least + string.Concat(Enumerable.Range(0, 1003).Select(n => $"key-{n}: 1\n")));

        Assert.That(problems, Has.Length.EqualTo(1001));
        Assert.That(problems[^1], Is.EqualTo("p.yaml:1004:1: 3 further problems are not listed"));
    }
}
