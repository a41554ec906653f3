using SalesRules.Alerts;
using SalesRules.Decisions;
using SalesRules.Digests;
using SalesRules.Host.Alerts;
using SalesRules.Host.Feedback;
using SalesRules.Notifications.Messages;
using SalesRules.Policies;

namespace SalesRules.Host.Tests.Alerts;

internal sealed class AlertMessageTests
{
    private const string Org = "00D000000000001EAA";
    private static readonly DateTimeOffset RaisedAt = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
    private static readonly Uri Record = new("https://acme.my.salesforce.com/006A000001kUVyzIAG");
    private static readonly FeedbackLinks NoLinks = FeedbackLinks.Of(null, new FixedClock(RaisedAt));
    private static readonly FeedbackLinks Links = FeedbackLinks.Of(new FeedbackSettings(new Uri("https://rules.example/feedback"), [new byte[32]], 30), new FixedClock(RaisedAt));

    [Test]
    public void An_alert_has_record_reasons_smallest_fix_and_links_to_answer_by()
    {
        var message = AlertMessage.Of(Page(SampleAlerts.AtRisk("risk/006/high")), "vp-sales", Links, Org);

        Assert.That(message.Key, Is.EqualTo("alert/risk/006/high/vp-sales"));
        Assert.That(message.Title, Is.EqualTo("At risk: Acme rollout"));
        Assert.That(message.Level, Is.EqualTo(Level.Urgent));
        Assert.That(message.Sections.Select(section => section.Heading), Is.EqualTo(new[] { null, "Why", "Smallest fix", "Deal" }));
        Assert.That(((BulletList)message.Sections[1].Blocks[0]).Items.Select(item => item.Text), Is.EqualTo(new[] { "Commit needs a Leadership score of 2; it is 1.", "No next step." }));
        Assert.That(((Paragraph)message.Sections[2].Blocks[0]).Text.Text, Is.EqualTo("Raise Leadership from 1 to 2."));
        Assert.That(((Facts)message.Sections[3].Blocks[0]).Items[0], Is.EqualTo(new Fact("Opportunity", new Inline("Acme rollout", Record))));
        Assert.That(message.Actions.Select(action => action.Label), Is.EqualTo(new[] { "Open in Salesforce", "This was useful", "Not useful" }));
        Assert.That(message.Actions[0].Link, Is.EqualTo(Record));
        Assert.That(message.Actions[1].Link.AbsoluteUri, Does.StartWith("https://rules.example/feedback?t="));
    }

    [Test]
    public void The_same_alert_for_the_same_recipient_is_the_same_message_and_for_another_it_is_not()
    {
        var letter = LetterJson.Write(new Letter("ana", "ana", null, AlertMessage.Of(Page(SampleAlerts.AtRisk("a")), "ana", Links, Org)));

        Assert.That(LetterJson.Write(new Letter("ana", "ana", null, AlertMessage.Of(Page(SampleAlerts.AtRisk("a")), "ana", Links, Org))), Is.EqualTo(letter));
        Assert.That(LetterJson.Write(LetterJson.Read(letter)), Is.EqualTo(letter));
        Assert.That(AlertMessage.Of(Page(SampleAlerts.AtRisk("a")), "ben", Links, Org).Key, Is.Not.EqualTo(LetterJson.Read(letter).Message.Key));
    }

    [Test]
    public void Without_a_public_address_and_without_a_deal_there_is_nothing_to_follow() =>
        Assert.That(AlertMessage.Of(Page(SampleAlerts.Drift("a")), "sales-ops", NoLinks, Org).Actions, Is.Empty);

    [TestCase(RiskLevel.High, Level.Urgent)]
    [TestCase(RiskLevel.Medium, Level.Attention)]
    public void High_risk_is_urgent(RiskLevel risk, Level level) => Assert.That(AlertMessage.Of(Page(SampleAlerts.AtRisk("a", risk)), "ana", NoLinks, Org).Level, Is.EqualTo(level));

    [Test]
    public void Many_alerts_are_one_table_the_heaviest_first_with_links_of_each()
    {
        var message = AlertDigest.Of([Page(SampleAlerts.AtRisk("a", RiskLevel.Medium)), Page(SampleAlerts.AtRisk("b"))], "ana", Links, Org);

        var table = (Table)message.Sections.Single().Blocks.Single();
        Assert.That(table.Rows.Select(row => row[3].Link), Is.Unique.And.All.Not.Null);
        Assert.That(table.Rows[0][0], Is.EqualTo(new Inline("At risk: Acme rollout", Record)));
        Assert.That(table.Rows[0][3].Link, Is.EqualTo(AlertMessage.Of(Page(SampleAlerts.AtRisk("b")), "ana", Links, Org).Actions[1].Link), "the same answer as of the message alone");
        Assert.That(message.Level, Is.EqualTo(Level.Urgent));
        Assert.That(AlertDigest.Of([Page(SampleAlerts.AtRisk("b")), Page(SampleAlerts.AtRisk("a", RiskLevel.Medium))], "ana", Links, Org).Key, Is.EqualTo(message.Key), "in whatever order they are found");
    }

    [Test]
    public void Keys_fit_into_headers_whatever_the_recipient_is_called()
    {
        var longest = new string('k', 150);
        foreach (var recipient in new[] { "Müller & Söhne", "a b", "x/y", new string('n', 300), SampleAlerts.Owner.Value })
        {
            Assert.That(LetterKey.Of(longest, recipient), Has.Length.InRange(1, Message.LongestKey).And.Match("^[!-~]+$"));
            Assert.That(LetterKey.OfMany([longest, "b"], recipient), Has.Length.InRange(1, Message.LongestKey).And.Match("^[!-~]+$"));
        }
    }

    [Test]
    public void Every_small_word_is_the_policys()
    {
        var policy = new AlertPolicy { Words = AlertWording.Words.ToDictionary(word => word.Key, word => DigestTemplate.Read($"~{word.Key}", [], out _)!, StringComparer.Ordinal) };
        AlertPage ours = Page(SampleAlerts.AtRisk("a")) with { Policy = policy }, other = Page(SampleAlerts.AtRisk("b")) with { Policy = policy };
        var (one, many) = (AlertMessage.Of(ours, "ana", Links, Org), AlertDigest.Of([ours, other], "ana", Links, Org));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(one.Sections.Select(section => section.Heading), Is.EqualTo([null, "~why", "~fix", "~deal"]));
            Assert.That(((Facts)one.Sections[3].Blocks[0]).Items.Select(fact => fact.Name), Is.SubsetOf(["~opportunity", "~amount", "~stage", "~forecast", "~closes"]));
            Assert.That(one.Actions.Select(action => action.Label), Is.EqualTo(["~open-record", "~useful", "~not-useful"]));
            Assert.That(many.Title, Is.EqualTo("~many"));
            Assert.That(((Table)many.Sections[0].Blocks[0]).Columns.Select(column => column.Title), Is.EqualTo(["~alert", "~why", "~fix", "~useful-column", "~not-useful-column"]));
        }
    }

    private static AlertPage Page(Alert alert) => new(alert, AlertTexts.Of(alert, new AlertPolicy()), alert.Deal is null ? null : Record, RaisedAt, new AlertPolicy());
}
