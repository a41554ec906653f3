using SalesRules.Notifications.Messages;

namespace SalesRules.Notifications.Tests.Messages;

internal sealed class AbridgementTests
{
    private static readonly Table TenRows = new([new Column("Deal")], [.. Enumerable.Range(1, 10).Select(row => (IReadOnlyList<Inline>)[new Inline($"Deal {row}")])]);

    [Test]
    public void A_message_that_fits_is_the_same_message()
    {
        var message = Samples.With(TenRows);

        Assert.That(message.ToFit("a limit", Rows(10)), Is.SameAs(message));
    }

    [Test]
    public void One_row_too_many_is_left_out_and_said()
    {
        var fitting = Samples.With(TenRows).ToFit("a limit", Rows(9));

        Assert.That(RowsOf(fitting), Is.EqualTo(9));
        Assert.That(fitting.LeftOut, Is.EqualTo("Left out here for a limit: 1 table row, from “Part” on."));
    }

    [Test]
    public void What_is_left_out_is_counted_by_kind()
    {
        var message = Samples.With(TenRows, new Paragraph("p"), new BulletList("a", "b"), new Facts(new Fact("n", "v")));

        var fitting = message.ToFit("a limit", Rows(7, others: 0));

        Assert.That(fitting.LeftOut, Is.EqualTo("Left out here for a limit: 3 table rows, 2 list items, 1 fact, 1 paragraph, from “Part” on."));
    }

    [Test]
    public void A_section_that_is_left_out_as_a_whole_leaves_no_heading_behind()
    {
        var message = Samples.Small with { Sections = [new Section("First", new Paragraph("p")), new Section("Second", new Paragraph("q"))] };

        var fitting = message.ToFit("a limit", part => part.Sections.Count < 2);

        Assert.That(fitting.Sections.Select(section => section.Heading), Is.EqualTo(new[] { "First" }));
        Assert.That(fitting.LeftOut, Does.EndWith("1 paragraph, from “Second” on."));
    }

    [FsCheck.NUnit.Property]
    public bool As_much_is_kept_as_fits(byte limit)
    {
        var fitting = Samples.With(TenRows).ToFit("a limit", Rows(limit));
        return RowsOf(fitting) == Math.Min(10, (int)limit);
    }

    private static Func<Message, bool> Rows(int most, int others = int.MaxValue) => part =>
        RowsOf(part) <= most && part.Sections.SelectMany(section => section.Blocks).Count(block => block is not Table) <= others;

    private static int RowsOf(Message message) => message.Sections.SelectMany(section => section.Blocks).OfType<Table>().Sum(table => table.Rows.Count);
}
