using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using SalesRules.Digests;
using SalesRules.Host.Commands;
using SalesRules.Host.Configuration;
using SalesRules.Host.Digests;
using SalesRules.Host.Digests.Forms;
using SalesRules.Host.Digests.Pages;
using SalesRules.Notifications.Email;
using SalesRules.Notifications.Messages;
using SalesRules.Notifications.Slack;
using SalesRules.Notifications.Teams;

namespace SalesRules.Host.Tests.Digests;

/// <summary>Every digest in every form, from one org, as docs/examples shows it.</summary>
internal sealed class DigestExamplesTests
{
    private static readonly string[][] Commands = [["pipeline"], ["deals"], ["deals", "--by", "manager"], ["renewals"], ["pov"]];
    private static readonly string[] Names = ["pipeline", "deals", "reviews", "renewals", "pov"];

    private SampleWeeks weeks = null!;

    [OneTimeSetUp]
    public async Task LiveAsync() => weeks = await SampleWeeks.LiveAsync();

    [OneTimeTearDown]
    public async Task EndAsync() => await weeks.DisposeAsync();

    [Test]
    public async Task Printed_it_is_the_example([Range(0, 4)] int digest, [Values("text", "markdown", "json", "html")] string format)
    {
        var run = await weeks.RunAsync(["digest", .. Commands[digest], "--format", format]);

        Assert.That(run.ExitCode, Is.EqualTo(ExitCode.Done), run.Errors);
        ExampleFiles.AssertEqual($"{Names[digest]}.{format switch { "text" => "txt", "markdown" => "md", var other => other }}", run.Output);
    }

    [Test]
    public async Task As_a_mail_it_is_the_example([Range(0, 4)] int digest)
    {
        var message = await MessageAsync((DigestKind)digest);

        ExampleFiles.AssertEqual($"{Names[digest]}.mail.txt", weeks.WithoutAddress(TextBody.Render(message)));
    }

    [Test]
    public async Task As_a_message_the_pipelines_is_the_example()
    {
        var message = await MessageAsync(DigestKind.Pipeline);

        ExampleFiles.AssertEqual("pipeline.mail.html", weeks.WithoutAddress(HtmlBody.Render(message)));
        ExampleFiles.AssertEqual("pipeline.slack.json", weeks.WithoutAddress(Slack(message)));
        ExampleFiles.AssertEqual("pipeline.teams.json", weeks.WithoutAddress(ExampleFiles.Indented(TeamsMessage.Render(message))));
    }

    [Test]
    public async Task Plain_text_keeps_to_its_width([Range(0, 4)] int digest)
    {
        var run = await weeks.RunAsync(["digest", .. Commands[digest]]);

        Assert.That(run.Output.Split('\n').Where(line => line.Length > DigestText.Width), Is.Empty);
    }

    [Test]
    public async Task A_page_is_well_formed_needs_nothing_beside_it_and_runs_nothing([Range(0, 4)] int digest)
    {
        var page = (await weeks.RunAsync(["digest", .. Commands[digest], "--format", "html"])).Output;

        Assert.That(() => XDocument.Parse(Regex.Replace(page, "<(meta[^>]*)>", "<$1/>").Replace("<!doctype html>", "", StringComparison.Ordinal)), Throws.Nothing);
        Assert.That(page, Does.Not.Contain("<script").And.Not.Contain(" src=").And.Not.Contain("url(").And.Not.Contain("@import"));
        Assert.That(Regex.Matches(page, "<svg(?![^>]*(aria-label=\"[^\"]+\"|aria-hidden=\"true\"))"), Is.Empty);
        Assert.That(Regex.Matches(page, "<table(?![^>]*aria-labelledby=)"), Is.Empty);
    }

    [Test]
    public async Task What_customers_are_called_formats_nothing([Values("markdown", "html")] string format)
    {
        var text = (await weeks.RunAsync("digest", "pipeline", "--format", format)).Output;

        Assert.That(text, format == "html"
            ? Does.Contain("&lt;b&gt;Vega &amp; Sons&lt;/b&gt;").And.Not.Contain("<b>Vega")
            : Does.Contain("\\<b\\>Vega \\& Sons\\</b\\> \\| \\*pilot\\* \\[2026\\]"));
    }

    [Test]
    public async Task Nor_in_a_message()
    {
        var message = await MessageAsync(DigestKind.Pipeline);

        Assert.That(Slack(message), Does.Contain("|&lt;b&gt;Vega &amp; Sons&lt;/b&gt; | ∗pilot∗ [2026]>").And.Not.Contain("<b>").And.Not.Contain("*pilot*"));
        Assert.That(ExampleFiles.Indented(TeamsMessage.Render(message)), Does.Contain(@"[\\<b\\>Vega & Sons\\</b\\> \\| \\*pilot\\* \\[2026\\]](").And.Not.Contain(" *pilot*"));
        Assert.That(HtmlBody.Render(message), Does.Contain("&lt;b&gt;Vega &amp; Sons&lt;/b&gt; | *pilot* [2026]").And.Not.Contain("<b>Vega"));
    }

    [Test]
    public async Task Counts_of_the_lists_and_figures_of_the_portfolio_agree()
    {
        var digest = JsonDocument.Parse((await weeks.RunAsync("digest", "pipeline", "--json")).Output).RootElement;
        var portfolio = JsonDocument.Parse((await weeks.RunAsync("portfolio", "--json")).Output).RootElement;
        JsonElement Section(string key) => digest.GetProperty("sections").EnumerateArray().Single(section => section.GetProperty("key").GetString() == key);
        IReadOnlyList<JsonElement> Rows(string figure) =>
            [.. portfolio.GetProperty("figures").EnumerateArray().Single(one => one.GetProperty("id").GetString() == figure).GetProperty("slices")[0].GetProperty("rows").EnumerateArray()];
        JsonElement Moved(string kind) => Rows("movement").Single(row => row.GetProperty("kind").GetString() == kind);

        var figures = Section("figures").GetProperty("figures");
        var open = Rows("movement").Single(row => row.GetProperty("kind").GetString() == "closing");
        Assert.That(figures.GetProperty("open-pipeline").GetProperty("value").GetDecimal(), Is.EqualTo(open.GetProperty("amount").GetDecimal()));
        Assert.That(Section("wins").GetProperty("count").GetInt32(), Is.EqualTo(Moved("won").GetProperty("deals").GetInt32()).And.EqualTo(2));
        Assert.That(Section("built").GetProperty("count").GetInt32(), Is.EqualTo(Moved("new").GetProperty("deals").GetInt32()).And.EqualTo(2));
        Assert.That(Section("wins").GetProperty("amount").GetDecimal(), Is.EqualTo(-Moved("won").GetProperty("amount").GetDecimal()));
        Assert.That(Section("movement").GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("amount").GetDecimal()).Take(7).Sum(), Is.EqualTo(open.GetProperty("amount").GetDecimal()));
        Assert.That(Section("at-risk").GetProperty("amount").GetDecimal(), Is.EqualTo(figures.GetProperty("at-risk").GetProperty("value").GetDecimal()));
    }

    private static string Slack(Message message) => ExampleFiles.Indented(Encoding.UTF8.GetBytes(SlackMessage.Render(message).ToJsonString()));

    private async Task<Message> MessageAsync(DigestKind kind)
    {
        var settings = Settings.Load(new FileInfo(weeks.Settings));
        await using var workplace = await Workplace.OpenAsync(CommandLine.Root(weeks.Clock).Parse(["run", "--policy", weeks.Policy]), settings, JournalUse.Read, weeks.Clock, default);
        var today = BusinessDate.Today(weeks.Clock, workplace.Policy);
        var reading = await workplace.Get<DigestRun>().ReadAsync(new DigestOrder(kind, null, null, null, true, null, null).On(today), _ => { }, default);
        return DigestMessage.Of(DigestPage.Of(reading), DigestKey.Of(reading.Digest.Scope, kind, "vp-sales"));
    }
}
