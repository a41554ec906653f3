using SalesRules.Notifications.Email;
using SalesRules.Notifications.Messages;

namespace SalesRules.Notifications.Tests.Email;

internal sealed class TextBodyTests
{
    [Test]
    public void A_line_has_72_columns_at_most()
    {
        var words = string.Join(' ', Enumerable.Range(1, 60).Select(n => $"word{n}"));

        var lines = TextBody.Render(Samples.With(new Paragraph(words), new BulletList(words, "short"), new Facts(new Fact("Name", words)))).Split('\n');

        Assert.That(lines, Is.All.Length.LessThanOrEqualTo(72));
        Assert.That(lines, Has.Some.Length.GreaterThan(64));
    }

    [TestCase(72, 1)]
    [TestCase(73, 2)]
    public void A_line_breaks_behind_its_72nd_column(int length, int lines) =>
        Assert.That(TextWrap.Lines($"{new string('a', 36)} {new string('b', length - 37)}").ToList(), Has.Count.EqualTo(lines));

    [Test]
    public void An_address_is_never_broken()
    {
        var link = new Uri($"https://org.example/{new string('x', 200)}");

        Assert.That(TextBody.Render(Samples.With(new Paragraph(new Inline("Here", link)))).Split('\n'), Has.Member(link.AbsoluteUri));
    }

    [TestCase(34, true)]
    [TestCase(35, false)]
    public void A_table_stands_side_by_side_where_it_fits_72_columns(int width, bool isSideBySide)
    {
        var table = new Table([new Column("First"), new Column("Second")], [[new string('a', 36), new string('b', width)]]);

        var text = TextBody.Render(Samples.With(table));

        Assert.That(text.Contains($"{new string('a', 36)}  {new string('b', width)}", StringComparison.Ordinal), Is.EqualTo(isSideBySide));
        Assert.That(text.Contains($"Second: {new string('b', width)}", StringComparison.Ordinal), Is.Not.EqualTo(isSideBySide));
    }

    [Test]
    public void A_text_that_is_far_too_long_says_what_is_missing()
    {
        var text = TextBody.Render(Samples.With(new BulletList([.. Enumerable.Range(1, 30_000).Select(n => new Inline($"item {n}"))])));

        Assert.That(text, Has.Length.InRange(199_000, TextBody.MostCharacters));
        Assert.That(text, Does.Contain("Left out here for"));
    }
}
