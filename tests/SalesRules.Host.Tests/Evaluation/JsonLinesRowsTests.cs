using System.Text;
using SalesRules.Host.Evaluation;
using SalesRules.Snapshots;

namespace SalesRules.Host.Tests.Evaluation;

public class JsonLinesRowsTests
{
    private const string One = """{"Id":"006000000000001AAA","Amount":50000.00}""";

    [Test]
    public async Task Reads_each_line_as_one_opportunity()
    {
        await using var rows = Rows($"{One}\n{One.Replace("1AAA", "2AAA")}\n");

        Assert.That(await rows.NextAsync(default), Is.True);
        Assert.That(rows.Read().Id.Value, Is.EqualTo("006000000000001AAA"));
        Assert.That(await rows.NextAsync(default), Is.True);
        Assert.That((rows.Line, rows.Read().Id.Value), Is.EqualTo((2L, "006000000000002AAA")));
        Assert.That(await rows.NextAsync(default), Is.False);
    }

    [Test]
    public async Task The_last_line_needs_no_line_end()
    {
        await using var rows = Rows(One);

        Assert.That(await rows.NextAsync(default), Is.True);
        Assert.That(rows.Read().Amount, Is.EqualTo(50000m));
        Assert.That(await rows.NextAsync(default), Is.False);
    }

    [Test]
    public async Task Skips_blank_lines_but_counts_them()
    {
        await using var rows = Rows($"\n  \r\n\t\n{One}\r\n\n");

        Assert.That(await rows.NextAsync(default), Is.True);
        Assert.That(rows.Line, Is.EqualTo(4));
        Assert.That(rows.Read().Id.KeyPrefix, Is.EqualTo("006"));
        Assert.That(await rows.NextAsync(default), Is.False);
    }

    [Test]
    public async Task A_byte_order_mark_is_no_part_of_the_first_line()
    {
        await using var rows = Rows("\uFEFF" + One);

        Assert.That(await rows.NextAsync(default), Is.True);
        Assert.That(rows.Read().Amount, Is.EqualTo(50000m));
    }

    [Test]
    public async Task A_broken_line_does_not_stop_the_next()
    {
        await using var rows = Rows($"{{\"Id\":\"006\n{One}");

        Assert.That(await rows.NextAsync(default), Is.True);
        Assert.That(() => rows.Read(), Throws.TypeOf<SnapshotFormatException>());
        Assert.That(await rows.NextAsync(default), Is.True);
        Assert.That(rows.Read().Id.Value, Is.EqualTo("006000000000001AAA"));
    }

    [TestCase(0, true)]
    [TestCase(1, false)]
    public async Task A_line_longer_than_the_limit_is_refused_and_the_next_is_read(int beyond, bool readable)
    {
        var padding = new string(' ', JsonLinesRows.LongestLine - One.Length + beyond);
        await using var rows = Rows($"{One}{padding}\n{One}\n");

        Assert.That(await rows.NextAsync(default), Is.True);
        if (readable)
            Assert.That(rows.Read().Amount, Is.EqualTo(50000m));
        else
            Assert.That(() => rows.Read(), Throws.TypeOf<SnapshotFormatException>().With.Message.Contain("longer than 8,388,608 bytes"));
        Assert.That(await rows.NextAsync(default), Is.True);
        Assert.That((rows.Line, rows.Read().Amount), Is.EqualTo((2L, (decimal?)50000m)));
    }

    [Test]
    public async Task An_empty_input_has_no_rows()
    {
        await using var rows = Rows("");

        Assert.That(await rows.NextAsync(default), Is.False);
    }

    private static JsonLinesRows Rows(string text) =>
        new(new MemoryStream(Encoding.UTF8.GetBytes(text)), new OpportunityJsonReader(FieldMap.Default));
}
