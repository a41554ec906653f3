using SalesRules.Digests;
using SalesRules.Policies;
using static SalesRules.Tests.Policies.TestPolicies;

namespace SalesRules.Tests.Policies;

public class DigestPolicyTests
{
    [Test]
    public void The_shipped_policy_says_the_defaults()
    {
        var (written, leftOut) = (Default().Digests, With("").Digests);

        Assert.That((written.Top, written.AtRisk, written.Slipping, written.Listed, written.Actions, written.Reasons, written.OverrideDays), Is.EqualTo((leftOut.Top, leftOut.AtRisk, leftOut.Slipping, leftOut.Listed, leftOut.Actions, leftOut.Reasons, leftOut.OverrideDays)));
        Assert.That(written.Words.Select(Said), Is.EqualTo(leftOut.Words.Select(Said)));
        foreach (var kind in Enum.GetValues<DigestKind>())
            Assert.That(Said(written.Texts[kind]), Is.EqualTo(Said(leftOut.Texts[kind])));
    }

    [Test]
    public void What_is_left_out_of_a_digest_stays_as_it_is()
    {
        var texts = With("digests: { top: 3, pipeline: { to: [vp-sales], wins: { heading: \"Champagne: {deals}\" } } }").Digests;

        Assert.That((texts.Top, texts.Texts[DigestKind.Pipeline].To), Is.EqualTo((3, new[] { "vp-sales" })));
        Assert.That(texts.Texts[DigestKind.Pipeline].Sections["wins"].Heading.Text, Is.EqualTo("Champagne: {deals}"));
        Assert.That(texts.Texts[DigestKind.Pipeline].Sections["wins"].Empty.Text, Is.EqualTo("Nothing was won since {since}."));
        Assert.That(texts.Texts[DigestKind.Pipeline].Title.Text, Is.EqualTo("Pipeline pre-read, {date}"));
    }

    [Test]
    public void Null_leaves_the_sentence_below_a_heading_out() =>
        Assert.That(With("digests: { pipeline: { at-risk: { intro: null } } }").Digests.Texts[DigestKind.Pipeline].Sections["at-risk"].Intro, Is.Null);

    [TestCase("pipeline: { winns: {} }", "5:23: digests.pipeline.winns: unknown key; did you mean \"wins\"?")]
    [TestCase("pipeline: { wins: { headline: x } }", "5:31: digests.pipeline.wins.headline: unknown key")]
    [TestCase("pipeline: { title: \"Hello {name}\" }", "5:30: digests.pipeline.title: {name} is nothing that this text can show; expected {date}, {since}, {quarter}, {week}, {team}")]
    [TestCase("pipeline: { wins: { heading: \"{deals\" } }", "5:40: digests.pipeline.wins.heading: '{' stands alone; what a text may show is written in braces, such as {deals}")]
    [TestCase("words: { owner: \"{deals}\" }", "5:27: digests.words.owner: {deals} is nothing that this text can show: it shows nothing in braces")]
    [TestCase("words: { boss: x }", "5:20: digests.words.boss: unknown key")]
    [TestCase("top: 0", "5:17: digests.top: \"0\" is no whole number; expected a whole number from 1 to 100")]
    [TestCase("pov: { to: [se-director, SE-Director] }", "digests.pov.to[1]: \"SE-Director\" is listed twice")]
    public void A_wrong_text_is_told_with_its_place(string digests, string problem) =>
        Assert.That(Problems($"{Least}digests: {{ {digests} }}").Single(), Does.StartWith("p.yaml:5:").And.Contain(problem));

    private static string Said(KeyValuePair<string, DigestTemplate> word) => $"{word.Key}: {word.Value.Text}";

    private static string Said(DigestTexts texts) =>
        $"{string.Join(", ", texts.To)} | {texts.Title.Text} | {texts.Intro.Text} | {string.Join(" | ", texts.Sections.Select(section => $"{section.Key}: {section.Value.Heading.Text} / {section.Value.Intro?.Text} / {section.Value.Empty.Text}"))}";
}
