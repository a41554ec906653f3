using System.Text.RegularExpressions;
using SalesRules.Host.Portfolio;

namespace SalesRules.Host.Tests.Portfolio;

/// <summary>docs/portfolio.md and the report name the same figures.</summary>
internal sealed partial class FigureListTests
{
    [Test]
    public void Each_figure_has_its_section_in_the_order_of_the_report()
    {
        var sections = Heading().Matches(Page()).Select(match => match.Groups[1].Value);

        Assert.That(sections, Is.EqualTo(FigureList.All.Select(figure => figure.Id)));
    }

    [Test]
    public void Each_figure_names_where_it_comes_from_as_its_section_does()
    {
        var sections = Heading().Split(Page()).Skip(1).Chunk(2).ToDictionary(part => part[0], part => part[1]);
        foreach (var figure in FigureList.All)
        {
            foreach (var chapter in Chapter().Matches(figure.Source).Select(match => match.Value))
                Assert.That(sections[figure.Id], Does.Contain(chapter), figure.Id);
        }
    }

    [Test]
    public void Keys_of_columns_are_unique_labels_come_first_and_programs_can_tell_rows_apart()
    {
        foreach (var table in FigureList.All.SelectMany(figure => new[] { figure.Detail, figure.Comparison }).OfType<FigureTable>())
        {
            Assert.That(table.Columns.Select(column => column.Key), Is.Unique);
            Assert.That(table.Columns.SkipWhile(column => column.IsLabel).Where(column => column.IsLabel), Is.Empty);
        }
    }

    private static string Page()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "SalesRules.sln")))
            folder = folder.Parent;
        return File.ReadAllText(Path.Combine(folder.FullName, "docs", "portfolio.md"));
    }

    [GeneratedRegex("^### `([a-z-]+)`$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("[0-9]+\\.[0-9]+|\"[^\"]+\"")]
    private static partial Regex Chapter();
}
