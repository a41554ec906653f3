using System.Text;
using SalesRules.Host.Commands;
using SalesRules.Host.Evaluation;
using SalesRules.Snapshots;

namespace SalesRules.Host.Tests.Evaluation;

public class InputEncodingsTests
{
    private const string Text = "Id,Name\n006000000000001,Müller – 5 €\n";

    [TestCase("windows-1252")]
    [TestCase("iso-8859-1")]
    public async Task Salesforces_ISO_8859_1_is_read_when_it_is_named(string name) =>
        Assert.That(await NameOfFirstAsync(InputEncodings.Of("windows-1252").GetBytes(Text), name), Is.EqualTo("Müller – 5 €"));

    [TestCase("utf-8", null)]
    [TestCase("utf-8", "utf-8")]
    [TestCase("utf-16", null)]
    [TestCase("utf-16", "utf-16")]
    [TestCase("utf-16BE", "utf-16")]
    public async Task A_byte_order_mark_tells_the_encoding(string written, string? asked)
    {
        var encoding = Encoding.GetEncoding(written);

        Assert.That(await NameOfFirstAsync([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)], asked), Is.EqualTo("Müller – 5 €"));
    }

    [Test]
    public async Task UTF_16_without_a_mark_is_read_when_it_is_named() =>
        Assert.That(await NameOfFirstAsync(Encoding.Unicode.GetBytes(Text), "utf-16"), Is.EqualTo("Müller – 5 €"));

    [Test]
    public void UTF_16_without_a_mark_is_refused_with_the_options_name() =>
        Assert.That(() => NameOfFirstAsync(Encoding.Unicode.GetBytes(Text), null), Throws.TypeOf<CommandException>().With.Message.Contains("--encoding utf-16"));

    [Test]
    public void A_mark_that_contradicts_the_option_is_refused() =>
        Assert.That(
            () => NameOfFirstAsync([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Text)], "windows-1252"),
            Throws.TypeOf<CommandException>().With.Message.Contains("byte order mark of utf-8"));

    private static async Task<string?> NameOfFirstAsync(byte[] bytes, string? asked)
    {
        var options = new CsvOptions { Encoding = asked is null ? null : InputEncodings.Of(asked) };
        await using var rows = await RowSources.OpenAsync(new MemoryStream(bytes), "in.csv", FieldMap.Default, options, default);
        await rows.NextAsync(default);
        return rows.Read().Name;
    }
}
