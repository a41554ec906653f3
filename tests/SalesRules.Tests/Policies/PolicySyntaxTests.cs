using static SalesRules.Tests.Policies.TestPolicies;

namespace SalesRules.Tests.Policies;

/// <summary>Texts that are no YAML, or more of it than a policy may use: one problem, where it stands.</summary>
public sealed class PolicySyntaxTests
{
    [TestCase("", "1:1: the file is empty; a policy needs at least its stages")]
    [TestCase("# only a comment\n", "1:1: the file is empty; a policy needs at least its stages")]
    [TestCase("---\n...\n", "1:1: the file is empty; a policy needs at least its stages")]
    [TestCase("just a word", "1:1: expected a map with the keys business, stages, motions, segments, forecast, pov, renewals, meddpicc, stage-rules, hygiene, closing, qualification, retention, risk, history, leads, overrides, tasks, change-budget, alerts, portfolio, severities, texts, digests, custom-rules, fields, found a text")]
    [TestCase("- stages", "1:1: expected a map with the keys business, stages, motions, segments, forecast, pov, renewals, meddpicc, stage-rules, hygiene, closing, qualification, retention, risk, history, leads, overrides, tasks, change-budget, alerts, portfolio, severities, texts, digests, custom-rules, fields, found a list")]
    [TestCase("pov:\n\tcapacity: 3\n", "2:1: the line is indented with a tab; YAML is indented with spaces")]
    [TestCase("pov:\n  work:\n\t  maps: x\n", "3:1: the line is indented with a tab; YAML is indented with spaces")]
    [TestCase("stages: [{ name: A\npov:\n", "1:9: the [ or { here is not closed by its ] or }")]
    [TestCase("stages: [1, 2\npov: 1\n", "1:9: the [ or { here is not closed by its ] or }")]
    [TestCase("stages: [", "1:9: the [ or { here is not closed by its ] or }")]
    [TestCase(" : ]", "1:5: not readable as YAML: see the line and the one before it (the scanner cannot go on here)")]
    [TestCase("...\n[", "2:2: not readable as YAML: see the line and the one before it (the scanner cannot go on here)")]
    [TestCase("a: b: c\n", "1:5: not readable as YAML: a text with a colon and a space in it needs quotes (While scanning a plain scalar value, found invalid mapping)")]
    [TestCase("a: @b\n", "1:4: not readable as YAML: a text that begins with @, ` or % needs quotes (While scanning for the next token, found character that cannot start any token)")]
    [TestCase("a:\n  b: 1\n c: 2\n", "3:2: not readable as YAML: the line is indented otherwise than its neighbours, or a text needs quotes (While parsing a block mapping, did not find expected key)")]
    [TestCase("a: \"b\n", "1:4: not readable as YAML: a text that opens with a quote is not closed by one (While scanning a quoted scalar, found unexpected end of stream)")]
    [TestCase("a: \"\\UFFFFFFFF\"\n", "1:15: not readable as YAML: a character escaped with a backslash does not exist (the scanner cannot go on here)")]
    [TestCase(" :", "1:3: not readable as YAML: the line is indented otherwise than its neighbours, or a text needs quotes (While parsing a block mapping, did not find expected key)")]
    [TestCase("a: *b\n", "1:4: the alias *b has no anchor before it")]
    [TestCase("a: &b [*b]\n", "1:8: the alias *b has no anchor before it")]
    [TestCase("a: !!str 5\n", "1:4: tags such as !!str have no meaning in a policy; write the value without it")]
    [TestCase("a: 1\n---\nb: 2\n", "2:1: a second document begins here; a policy file holds one")]
    [TestCase("[a]: 1\n", "1:1: a list or map stands where a key belongs; keys are plain words")]
    public void An_unreadable_text_has_one_problem(string text, string expected) =>
        Assert.That(Problems(text), Is.EqualTo(["p.yaml:" + expected]));

    [Test]
    public void A_merge_key_is_no_key_of_a_policy() =>
        Assert.That(Problems($"{Least}pov: {{ <<: {{ capacity: 3 }} }}").Single(), Does.StartWith("p.yaml:5:8: pov.<<: unknown key"));
}
