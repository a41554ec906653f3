using SalesRules.Host.Tests.Commands;
using SalesRules.Sandbox.Loading;

namespace SalesRules.EndToEnd.Tests;

/// <summary>
/// docs/maven.md holds what the commands print of the public data set, which is not ours to keep here. SALESRULES_MAVEN_DATA names the folder
/// with its files; tests/maven-data.sh runs this test.
/// </summary>
[Explicit("Needs the files of the public data set: set SALESRULES_MAVEN_DATA to their folder.")]
public sealed class RealDataReportTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(TestContext.CurrentContext.TestDirectory, "../../../.."));

    [Test]
    public async Task Every_figure_of_the_report_is_printed_by_the_command_that_it_names()
    {
        var folder = Environment.GetEnvironmentVariable("SALESRULES_MAVEN_DATA");
        Assert.That(folder, Is.Not.Null.And.Not.Empty, "SALESRULES_MAVEN_DATA names no folder.");
        await using var org = await TestOrg.StartAsync(opportunities: 0);
        DataLoader.Load(org.Server.Org, Path.Combine(folder!, "maven-sales_pipeline.csv"), Path.Combine(Root, "deploy/sandbox/maven.map.json"));
        var blocks = (await File.ReadAllTextAsync(Path.Combine(Root, "docs/maven.md"))).Split("```").Where((_, place) => place % 2 == 1).ToList();

        using var process = SalesRulesProcess.Start(
            org.Folder, Settings(org), "portfolio", "--policy", Path.Combine(Root, "deploy/policies/maven.yaml"), "--as-of", "2017-12-31", "--since", "2017-12-24", "--by", "team");

        Assert.That(await process.ExitCodeAsync(), Is.Zero, process.Errors);
        var printed = process.Output.Split(Environment.NewLine).Select(line => line.TrimEnd()).ToHashSet(StringComparer.Ordinal);
        var figures = blocks.Skip(1).SelectMany(block => block.Split('\n', StringSplitOptions.RemoveEmptyEntries)).Select(line => line.TrimEnd()).ToList();
        Assert.That(figures, Has.Count.GreaterThan(10));
        Assert.That(figures.Except(printed), Is.Empty);
    }

    private static Dictionary<string, string> Settings(TestOrg org) => new()
    {
        ["SALESRULES__Salesforce__LoginUrl"] = org.Server.Address.GetLeftPart(UriPartial.Authority),
        ["SALESRULES__Salesforce__ClientId"] = "sandbox",
        ["SALESRULES__Salesforce__ClientSecret"] = "sandbox",
    };
}
