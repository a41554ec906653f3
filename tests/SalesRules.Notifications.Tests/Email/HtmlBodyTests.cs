using System.Text;
using System.Text.RegularExpressions;
using SalesRules.Notifications.Email;
using SalesRules.Notifications.Messages;

namespace SalesRules.Notifications.Tests.Email;

internal sealed partial class HtmlBodyTests
{
    [Test]
    public void What_a_customer_wrote_is_text()
    {
        var html = HtmlBody.Render(Samples.With(new Paragraph("<img src=x onerror=alert(1)> \"&'")));

        Assert.That(html, Does.Contain("&lt;img src=x onerror=alert(1)&gt; &quot;&amp;&#39;"));
        Assert.That(html, Does.Not.Contain("<img"));
    }

    [Test]
    public void An_address_cannot_leave_its_attribute() =>
        Assert.That(HtmlBody.Render(Samples.With(new Paragraph(new Inline("x", new Uri("https://org.example/?a=\"><b>&c=1"))))),
            Does.Contain("href=\"https://org.example/?a=%22%3E%3Cb%3E&amp;c=1\""));

    [Test]
    public void Nothing_stands_in_it_that_mail_clients_drop() =>
        Assert.That(HtmlBody.Render(Samples.Alert) + HtmlBody.Render(Samples.Digest), Does.Not.Match("<style|<script|<link|class=|<img|flex|grid|position:"));

    [Test]
    public void Every_element_that_is_opened_is_closed()
    {
        var html = HtmlBody.Render(Samples.Alert) + HtmlBody.Render(Samples.Digest);

        foreach (var element in new[] { "table", "tr", "td", "th", "p", "h1", "h2", "ul", "li", "a", "div", "body", "html" })
            Assert.That(Regex.Count(html, $"<{element}[ >]"), Is.EqualTo(Regex.Count(html, $"</{element}>")), element);
    }

    [Test]
    public void A_mail_stays_below_what_Gmail_shows_and_says_what_is_missing()
    {
        var html = HtmlBody.Render(Samples.With(new BulletList([.. Enumerable.Range(1, 3_000).Select(n => new Inline($"item {n}"))])));

        Assert.That(Encoding.UTF8.GetByteCount(html), Is.InRange(100 * 1024 - 200, 100 * 1024));
        Assert.That(html, Does.Match(LeftOut()));
    }

    [GeneratedRegex("Left out here for Gmail&#39;s limit of 102 KB: [0-9]+ list items, from “Part” on.")]
    private static partial Regex LeftOut();
}
