using SalesRules.Notifications.Messages;

namespace SalesRules.Notifications.Tests.Messages;

internal sealed class MessageTests
{
    [TestCase("k", true)]
    [TestCase("alert/006A/forecast.above-ceiling", true)]
    [TestCase("", false)]
    [TestCase("two words", false)]
    [TestCase("line\nbreak", false)]
    [TestCase("ü", false)]
    public void A_key_is_visible_ASCII_because_it_travels_in_headers(string key, bool isTaken) =>
        Assert.That(() => Samples.Small with { Key = key }, isTaken ? Throws.Nothing : Throws.ArgumentException);

    [TestCase(200, true)]
    [TestCase(201, false)]
    public void A_key_has_200_characters_at_most(int length, bool isTaken) =>
        Assert.That(() => Samples.Small with { Key = new string('k', length) }, isTaken ? Throws.Nothing : Throws.ArgumentException);

    [Test]
    public void A_title_stands_on_one_line_so_that_no_header_can_be_added_to_a_mail() =>
        Assert.That((Samples.Small with { Title = "Hello\r\nBcc: all@sales.example" }).Title, Is.EqualTo("Hello Bcc: all@sales.example"));

    [TestCase("javascript:alert(1)")]
    [TestCase("file:///etc/passwd")]
    [TestCase("mailto:ana@sales.example")]
    [TestCase("relative/path")]
    public void Nothing_but_web_addresses_is_linked(string address)
    {
        var link = new Uri(address, UriKind.RelativeOrAbsolute);

        Assert.That(() => new Inline("x", link), Throws.ArgumentException);
        Assert.That(() => new LinkAction("x", link), Throws.ArgumentException);
    }

    [Test]
    public void A_row_has_as_many_cells_as_there_are_columns()
    {
        Assert.That(() => new Table([new Column("A"), new Column("B")], [["1", "2"]]), Throws.Nothing);
        Assert.That(() => new Table([new Column("A"), new Column("B")], [["1"]]), Throws.ArgumentException);
        Assert.That(() => new Table([], []), Throws.ArgumentException);
    }

    [Test]
    public void A_message_does_not_change_with_the_list_it_was_made_from()
    {
        List<Section> sections = [new Section("One")];
        var message = Samples.Small with { Sections = sections };

        sections.Clear();

        Assert.That(message.Sections, Has.Count.EqualTo(1));
    }
}
