using SalesRules.Notifications.Slack;

namespace SalesRules.Notifications.Tests.Slack;

internal sealed class SlackMarksTests
{
    [TestCase("*bold*", "∗bold∗")]
    [TestCase("_x_ and ~y~", "＿x＿ and ∼y∼")]
    [TestCase("`code` and a`b`c", "ˋcodeˋ and aˋbˋc")]
    [TestCase("```\nblock\n```", "ˋˋˋ\nblock\nˋˋˋ")]
    [TestCase("(*b*)", "(∗b∗)")]
    [TestCase("a*_b_*c", "a∗＿b＿∗c")]
    [TestCase("Ü_ber_", "Ü＿ber＿")]
    [TestCase("> quote", "› quote")]
    [TestCase("x\n  > quote", "x\n  › quote")]
    [TestCase(">>> all", "›>> all")]
    [TestCase("• item\n• item", "∙ item\n∙ item")]
    [TestCase(":fire: :+1: :100: ::tada::", "∶fire: ∶+1: ∶100: :∶tada::")]
    [TestCase("Acme 3:fire:", "Acme 3∶fire:")]
    public void What_would_format_gives_way_to_what_looks_like_it(string text, string plain) => Assert.That(SlackMarks.Without(text), Is.EqualTo(plain));

    [TestCase("Acme_EMEA_2026")]
    [TestCase("2*3 and a~b")]
    [TestCase("a > b, a • b")]
    [TestCase("Müller & Söhne: <b>")]
    [TestCase("10:30:45 on 12:00")]
    [TestCase("Why: because. Fix: this")]
    [TestCase("")]
    public void What_formats_nothing_stays(string text) => Assert.That(SlackMarks.Without(text), Is.EqualTo(text));
}
