using SalesRules.Notifications.Messages;

namespace SalesRules.Notifications.Tests.Messages;

internal sealed class ShorteningTests
{
    [Test]
    public void A_text_of_the_limit_is_left_alone() => Assert.That(new string('x', 100).Shorten(100), Is.EqualTo(new string('x', 100)));

    [Test]
    public void A_longer_text_is_cut_and_says_how_much_is_missing()
    {
        var text = new string('x', 101).Shorten(100);

        Assert.That(text, Is.EqualTo($"{new string('x', 60)} … (41 characters left out)"));
        Assert.That(text, Has.Length.LessThanOrEqualTo(100));
    }

    [Test]
    public void A_character_of_two_units_is_not_torn()
    {
        var text = string.Concat(Enumerable.Repeat("🚀", 60)).Shorten(101);

        Assert.That(text, Does.StartWith(string.Concat(Enumerable.Repeat("🚀", 30)) + " …"));
    }

    [Test]
    public void What_escaping_adds_counts_and_no_escaped_character_is_torn()
    {
        var text = new string('&', 21).Shorten(100, c => c == "&" ? "&amp;" : c);

        Assert.That(text, Is.EqualTo("&amp;&amp;&amp;&amp;&amp;&amp;&amp;&amp;&amp;&amp;&amp;&amp; … (9 characters left out)"));
        Assert.That(new string('&', 20).Shorten(100, c => c == "&" ? "&amp;" : c), Has.Length.EqualTo(100));
    }
}
