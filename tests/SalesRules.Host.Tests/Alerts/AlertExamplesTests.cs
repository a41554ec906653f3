using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SalesRules.Alerts;
using SalesRules.Host.Alerts;
using SalesRules.Host.Commands;
using SalesRules.Host.Configuration;
using SalesRules.Host.Feedback;
using SalesRules.Host.Tests.Digests;
using SalesRules.Notifications.Email;
using SalesRules.Notifications.Messages;
using SalesRules.Notifications.Slack;
using SalesRules.Notifications.Teams;
using SalesRules.Policies;

namespace SalesRules.Host.Tests.Alerts;

/// <summary>Alerts that the runs of nine days raised, in every channel's form, as docs/examples shows them.</summary>
internal sealed class AlertExamplesTests
{
    private const string Org = "00D000000000001EAA";
    private static readonly string[] Forms = ["mail.txt", "mail.html", "slack.json", "teams.json"];

    private SampleWeeks weeks = null!;
    private FeedbackLinks links = null!;
    private AlertPolicy policy = null!;
    private IReadOnlyList<AlertPage> pages = null!;

    [OneTimeSetUp]
    public async Task LiveAsync()
    {
        weeks = await SampleWeeks.LiveAsync();
        links = FeedbackLinks.Of(new FeedbackSettings(new Uri("https://rules.example.com/feedback"), [new byte[32]], 30), weeks.Clock);
        await GoOnAsync();
        await using var workplace = await Workplace.OpenAsync(
            CommandLine.Root(weeks.Clock).Parse(["run", "--policy", weeks.Policy]), Settings.Load(new FileInfo(weeks.Settings)), JournalUse.Read, weeks.Clock, default);
        policy = workplace.Policy.Alerts;
        var raised = await workplace.Journal.AlertsAsync((await workplace.Journal.LastOrgAsync())!, null, unrouted: false, 1_000);
        pages = [.. raised.Select(one => Page(AlertJson.Read(one.Alert.Content), one.Alert.RaisedAt)).OrderBy(page => page.Alert.Key, StringComparer.Ordinal)];
    }

    [OneTimeTearDown]
    public async Task EndAsync() => await weeks.DisposeAsync();

    [Test]
    public void Told_alone_it_is_the_example(
        [Values(AlertKind.RiskEntered, AlertKind.PovDeferred, AlertKind.SponsorSilent, AlertKind.DealClosed)] AlertKind kind, [ValueSource(nameof(Forms))] string form) =>
        ExampleFiles.AssertEqual($"alert-{kind.Name()}.{form}", Rendered(Alone(kind), form));

    [Test]
    public void The_page_of_examples_shows_it([Values(AlertKind.RiskEntered, AlertKind.PovDeferred)] AlertKind kind) =>
        ExampleFiles.AssertShown($"alert-{kind.Name()}.mail.txt", Rendered(Alone(kind), "mail.txt"));

    [Test]
    public void Gathered_they_are_the_example([ValueSource(nameof(Forms))] string form)
    {
        var told = pages.GroupBy(page => (page.RaisedAt, page.Alert.Deal?.Manager)).Where(group => group.Key.Manager is not null).MaxBy(group => group.Count())!;
        Assert.That(told.Count(), Is.GreaterThan(policy.MostAtOnce));

        ExampleFiles.AssertEqual($"alerts-gathered.{form}", Rendered(AlertDigest.Of([.. told], told.Key.Manager!.Value.Value, links, Org), form));
    }

    [Test]
    public void What_customers_are_called_formats_nothing()
    {
        var alert = pages.First(page => page.Alert.Kind == AlertKind.RiskEntered).Alert;
        var message = AlertMessage.Of(Page(alert with { Deal = alert.Deal! with { Name = "<b>Vega & Sons</b> | *pilot* [2026]" } }, weeks.Clock.Now), "ana", links, Org);

        var slack = SlackMessage.Render(message);
        List<string> named = [.. Markdown(slack).Append(slack["text"]!.GetValue<string>()).Where(text => text.Contains("Vega", StringComparison.Ordinal))];
        Assert.That(named, Has.Count.GreaterThanOrEqualTo(2));
        Assert.That(named, Has.All.Contains("&lt;b&gt;Vega &amp; Sons&lt;/b&gt; | ∗pilot∗ [2026]"));
        Assert.That(named, Has.None.Contains("*pilot*").And.None.Contains("<b>"));
        Assert.That(ExampleFiles.Indented(TeamsMessage.Render(message)), Does.Contain(@"[\\<b\\>Vega & Sons\\</b\\> \\| \\*pilot\\* \\[2026\\]]("));
        Assert.That(HtmlBody.Render(message), Does.Contain("&lt;b&gt;Vega &amp; Sons&lt;/b&gt; | *pilot* [2026]").And.Not.Contain("<b>Vega"));
    }

    /// <summary>Beyond the week of the digests: on Monday somebody asks for a POV too early, and a renewal's sponsor falls silent.</summary>
    private async Task GoOnAsync()
    {
        var deals = await weeks.OpenAsync("StageName, Type, POV_Requested_On__c, MIQL_Leadership__c, MIQL_Quantify__c, Economic_Buyer_Met_On__c");
        var early = deals.First(deal => Text(deal, "Type") == "New Business" && Text(deal, "StageName") == "Discovery" && Text(deal, "POV_Requested_On__c") is null && Number(deal, "MIQL_Quantify__c") == 1);
        var renewal = deals.First(deal => Text(deal, "Type") == "Renewal" && Number(deal, "MIQL_Leadership__c") > 0 && string.CompareOrdinal(Text(deal, "Economic_Buyer_Met_On__c"), "2026-01-01") > 0);
        await weeks.OnAsync("2026-03-02", () => weeks.EditAsync(early, new JsonObject { ["POV_Requested_On__c"] = "2026-03-02" }));
        await weeks.OnAsync("2026-03-02", () => weeks.EditAsync(renewal, new JsonObject { ["MIQL_Leadership__c"] = 0 }));
        await weeks.RunOnAsync("2026-03-03");
    }

    /// <summary>As its owner is told; of several of a kind the one that says most.</summary>
    private Message Alone(AlertKind kind)
    {
        var page = pages.Where(one => one.Alert.Kind == kind).MaxBy(one => (one.Alert.SmallestFix is not null, one.Alert.Deal!.Amount))!;
        return AlertMessage.Of(page, page.Alert.Deal!.Owner!.Value.Value, links, Org);
    }

    private AlertPage Page(Alert alert, DateTimeOffset raisedAt) =>
        new(alert, AlertTexts.Of(alert, policy), alert.Deal is { } deal ? new Uri($"https://example.my.salesforce.com/{deal.Id}") : null, raisedAt, policy);

    private static string Rendered(Message message, string form) => form switch
    {
        "mail.txt" => TextBody.Render(message),
        "mail.html" => HtmlBody.Render(message),
        "slack.json" => ExampleFiles.Indented(Encoding.UTF8.GetBytes(SlackMessage.Render(message).ToJsonString())),
        _ => ExampleFiles.Indented(TeamsMessage.Render(message)),
    };

    /// <summary>Every text that Slack formats.</summary>
    private static IEnumerable<string> Markdown(JsonNode? json) => json switch
    {
        JsonObject text when text["type"]?.GetValue<string>() == "mrkdwn" => [text["text"]!.GetValue<string>()],
        JsonObject parts => parts.SelectMany(part => Markdown(part.Value)),
        JsonArray parts => parts.SelectMany(Markdown),
        _ => [],
    };

    private static string? Text(JsonElement deal, string field) => deal.GetProperty(field).GetString();

    private static decimal? Number(JsonElement deal, string field) => deal.GetProperty(field) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;
}
