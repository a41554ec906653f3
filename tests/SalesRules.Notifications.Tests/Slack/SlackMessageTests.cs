using System.Text.Json.Nodes;
using SalesRules.Notifications.Messages;
using SalesRules.Notifications.Slack;

namespace SalesRules.Notifications.Tests.Slack;

internal sealed class SlackMessageTests
{
    [TestCase(150)]
    [TestCase(151)]
    public void A_header_has_150_characters_at_most(int length)
    {
        var header = Blocks(Samples.Small with { Title = new string('t', length) })[0]!["text"]!["text"]!.GetValue<string>();

        Assert.That(header, length == 150 ? Is.EqualTo(new string('t', 150)) : Does.EndWith("characters left out)"));
        Assert.That(header, Has.Length.LessThanOrEqualTo(150));
    }

    [TestCase(3000)]
    [TestCase(3001)]
    public void A_text_has_3000_characters_at_most(int length)
    {
        var text = Text(Blocks(Samples.With(new Paragraph(new string('p', length))))[2]);

        Assert.That(text, length == 3000 ? Is.EqualTo(new string('p', 3000)) : Is.EqualTo($"{new string('p', 2960)} … (41 characters left out)"));
    }

    [TestCase(46, 50, false)]
    [TestCase(47, 50, false)]
    [TestCase(48, 50, true)]
    public void A_message_has_50_blocks_at_most_and_says_what_is_missing(int paragraphs, int blocks, bool isCut)
    {
        // Header, footer, and a heading take three.
        var message = Samples.Small with
        {
            Sections = [new Section("Part", [.. Enumerable.Range(1, paragraphs).Select(p => new Paragraph($"p{p}"))])],
        };

        var rendered = Blocks(message);

        Assert.That(rendered, Has.Count.LessThanOrEqualTo(blocks));
        var lastButFooter = rendered[^2]!["elements"]?[0]!["text"]!.GetValue<string>();
        Assert.That(lastButFooter, isCut ? Is.EqualTo("Left out here for Slack's limit of 50 blocks: 2 paragraphs, from “Part” on.") : Is.Null);
    }

    [TestCase(10, 1)]
    [TestCase(11, 2)]
    public void Ten_facts_stand_in_one_block(int facts, int blocks)
    {
        var message = Samples.With(new Facts([.. Enumerable.Range(1, facts).Select(f => new Fact($"n{f}", "v"))]));

        Assert.That(Blocks(message).Count(block => block!["fields"] is not null), Is.EqualTo(blocks));
    }

    [Test]
    public void A_long_list_becomes_several_texts_and_loses_nothing()
    {
        var items = Enumerable.Range(1, 200).Select(i => $"item {i} {new string('x', 40)}").ToList();

        var texts = Blocks(Samples.With(new BulletList([.. items.Select(item => new Inline(item))]))).Skip(2).SkipLast(1).Select(Text).ToList();

        Assert.That(texts, Has.Count.GreaterThan(1));
        Assert.That(string.Join('\n', texts).Split('\n'), Is.EqualTo(items.Select(item => $"• {item}")));
    }

    [Test]
    public void What_a_customer_wrote_pings_nobody()
    {
        var json = SlackMessage.Render(Samples.With(new Paragraph("<!channel> <@U123> & @here"))).ToJsonString();

        Assert.That(json, Does.Not.Contain("<!channel>").And.Not.Contain("\\u003C!channel"));
        Assert.That(Text(Blocks(Samples.With(new Paragraph("<!channel> &")))[2]), Is.EqualTo("&lt;!channel&gt; &amp;"));
    }

    [Test]
    public void An_empty_paragraph_is_no_block_because_Slack_refuses_one() =>
        Assert.That(Blocks(Samples.With(new Paragraph(""))), Has.Count.EqualTo(3));

    [Test]
    public void The_text_for_notifications_says_level_title_and_summary() =>
        Assert.That(SlackMessage.Render(Samples.Alert)["text"]!.GetValue<string>(),
            Is.EqualTo("🔴 At risk: Müller &amp; Söhne &lt;renewal&gt; is above its ceiling\nCommit needs a Leadership score of 2; it is 1."));

    private static JsonArray Blocks(Message message) => SlackMessage.Render(message)["blocks"]!.AsArray();

    private static string Text(JsonNode? block) => block!["text"]!["text"]!.GetValue<string>();
}
