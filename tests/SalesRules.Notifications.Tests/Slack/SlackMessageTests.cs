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
        var json = SlackMessage.Render(Samples.With(new BulletList("<!channel> <@U123> & @here"))).ToJsonString();

        Assert.That(json, Does.Not.Contain("<!channel>").And.Not.Contain("\\u003C!channel"));
        Assert.That(Text(Blocks(Samples.With(new BulletList("<!channel> &")))[2]), Is.EqualTo("• &lt;!channel&gt; &amp;"));
    }

    [Test]
    public void Where_Slack_formats_nothing_a_text_stands_as_it_was_typed()
    {
        var text = Blocks(Samples.With(new Paragraph("> *b* _x_ ~y~ `z` :fire: <!channel> &")))[2]!["text"]!;

        Assert.That(text["type"]!.GetValue<string>(), Is.EqualTo("plain_text"));
        Assert.That(text["emoji"]!.GetValue<bool>(), Is.False);
        Assert.That(text["text"]!.GetValue<string>(), Is.EqualTo("> *b* _x_ ~y~ `z` :fire: <!channel> &"));
    }

    [Test]
    public void Our_own_marks_stay_beside_texts_that_have_none()
    {
        var message = Samples.Small with
        {
            Sections =
            [
                new Section("*Part*",
                    new Facts(new Fact("Opportunity", new Inline("*Acme*", new Uri("https://org.example/1"))), new Fact("Stage", "> `Open`")),
                    new BulletList("_one_\n• two"),
                    new Table([new Column("Deal"), new Column("Why")], [["~Acme~", ":fire:"]])),
            ],
            Actions = [new LinkAction("*Open*", new Uri("https://org.example/_1_")) { IsPrimary = true }],
        };

        var blocks = Blocks(message);
        Assert.That(Text(blocks[1]), Is.EqualTo("*∗Part∗*"));
        Assert.That(blocks[2]!["fields"]!.AsArray().Select(field => field!["text"]!.GetValue<string>()), Is.EqualTo(new[] { "*Opportunity*\n<https://org.example/1|∗Acme∗>", "*Stage*\n› ˋOpenˋ" }));
        Assert.That(Text(blocks[3]), Is.EqualTo("• ＿one＿ ∙ two"));
        Assert.That(Text(blocks[4]), Is.EqualTo("• *∼Acme∼* · Why: ∶fire:"));
        Assert.That(Text(blocks[5]), Is.EqualTo("*<https://org.example/_1_|∗Open∗>*"));
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
