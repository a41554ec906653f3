using SalesRules.Host.Evaluation;

namespace SalesRules.Host.Tests.Evaluation;

public class CsvRecordsTests
{
    [Test]
    public void Cuts_at_line_ends_and_counts_lines()
    {
        Assert.That(Records("a,b\n\nc,d\r\ne,f"), Is.EqualTo(new[] { (1L, "a,b", false), (3L, "c,d", false), (4L, "e,f", false) }));
    }

    [Test]
    public void A_line_end_within_quotes_belongs_to_the_record()
    {
        Assert.That(Records("a,\"b\nb2\"\nc,d"), Is.EqualTo(new[] { (1L, "a,\"b\nb2\"", false), (3L, "c,d", false) }));
    }

    [Test]
    public void Doubled_quotes_do_not_open_one()
    {
        Assert.That(Records("a,\"say \"\"hi\"\"\"\nc"), Is.EqualTo(new[] { (1L, "a,\"say \"\"hi\"\"\"", false), (2L, "c", false) }));
    }

    [Test]
    public void A_quote_that_is_never_closed_breaks_its_own_line_only()
    {
        Assert.That(Records("a,\"b\nc,d\ne,f"), Is.EqualTo(new[] { (1L, "a,\"b", true), (2L, "c,d", false), (3L, "e,f", false) }));
    }

    [TestCase(CsvRecords.MostLines, false)]
    [TestCase(CsvRecords.MostLines + 1, true)]
    public void A_quoted_text_may_go_over_so_many_lines(int lines, bool broken)
    {
        var text = "a,\"" + new string('\n', lines) + "\"\nlast";

        var records = Records(text);

        Assert.That(records[0].Broken, Is.EqualTo(broken));
        Assert.That(records[^1].Text, Is.EqualTo("last"));
        Assert.That(records[^1].Line, Is.EqualTo(lines + 2));
    }

    private static List<(long Line, string Text, bool Broken)> Records(string text)
    {
        var records = new CsvRecords(new StringReader(text));
        var all = new List<(long, string, bool)>();
        while (records.Next())
            all.Add((records.Line, records.Current, records.IsBroken));
        return all;
    }
}
