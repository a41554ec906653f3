using System.Text;
using System.Text.Json.Nodes;
using SalesRules.Notifications.Messages;
using SalesRules.Notifications.Teams;

namespace SalesRules.Notifications.Tests.Teams;

internal sealed class TeamsMessageTests
{
    [Test]
    public void A_card_of_28_KB_is_whole_and_one_byte_more_is_cut()
    {
        var overhead = TeamsMessage.Render(Filled(0)).Length;
        var room = TeamsMessage.MostBytes - overhead;

        Assert.That(TeamsMessage.Render(Filled(room)), Has.Length.EqualTo(TeamsMessage.MostBytes));
        Assert.That(Encoding.UTF8.GetString(TeamsMessage.Render(Filled(room))), Does.Not.Contain("Left out"));
        var cut = Encoding.UTF8.GetString(TeamsMessage.Render(Filled(room + 1)));
        Assert.That(cut, Does.Contain("Left out here for Teams' limit of 28 KB: 1 paragraph, from "));
        Assert.That(Encoding.UTF8.GetByteCount(cut), Is.LessThanOrEqualTo(TeamsMessage.MostBytes));
    }

    [Test]
    public void Six_actions_are_buttons_and_the_others_links()
    {
        var actions = Enumerable.Range(1, 8).Select(a => new LinkAction($"Action {a}", new Uri($"https://rules.example/{a}"))).ToList();

        var card = JsonNode.Parse(TeamsMessage.Render(Samples.Small with { Actions = actions }))!["attachments"]![0]!["content"]!;

        Assert.That(card["actions"]!.AsArray(), Has.Count.EqualTo(6));
        Assert.That(card["body"]!.ToJsonString(), Does.Contain("[Action 7](https://rules.example/7)").And.Contain("[Action 8](https://rules.example/8)"));
    }

    [Test]
    public void What_a_customer_wrote_formats_nothing_and_links_nowhere()
    {
        var card = TeamsMessage.Render(Samples.With(new Paragraph("*bold* [here](https://evil.example) _x_")));

        Assert.That(JsonNode.Parse(card)!["attachments"]![0]!["content"]!["body"]![2]!["text"]!.GetValue<string>(),
            Is.EqualTo(@"\*bold\* \[here\](https://evil.example) \_x\_"));
    }

    [TestCase("- one\n  + two", "\\- one\n\n  \\+ two")]
    [TestCase("1. one\n12) two", "1\\. one\n\n12\\) two")]
    [TestCase("-5 % of 1.5 a - b, 2026. And", "-5 % of 1.5 a - b, 2026. And")]
    public void Nor_does_it_begin_a_list(string text, string escaped) => Assert.That(TeamsText.Of(text, 1_000), Is.EqualTo(escaped));

    [Test]
    public void Where_cards_are_not_shown_it_formats_nothing_either()
    {
        var card = JsonNode.Parse(TeamsMessage.Render(Samples.Small with { Summary = "*bold*" }))!;

        Assert.That(card["attachments"]![0]!["content"]!["fallbackText"]!.GetValue<string>(), Is.EqualTo(@"\*bold\*"));
        Assert.That(card["summary"]!.GetValue<string>(), Is.EqualTo("*bold*"), "a notification formats nothing");
    }

    // Ten paragraphs, so that none is too long by itself.
    private static Message Filled(int characters)
    {
        var lengths = Enumerable.Range(0, 10).Select(place => (characters / 10) + (place < characters % 10 ? 1 : 0));
        return Samples.With([.. lengths.Select(length => new Paragraph(new string('x', length)))]);
    }
}
