using System.Net;
using SalesRules.Host.Commands;
using SalesRules.Host.Configuration;
using SalesRules.Host.Feedback;
using SalesRules.Host.Health;
using SalesRules.Host.Tests.Alerts;
using SalesRules.Policies;

namespace SalesRules.Host.Tests.Feedback;

internal sealed class FeedbackPageTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    private static readonly (string, string)[] On = [("Feedback:PublicUrl", "https://rules.example"), ("Feedback:Secret", Secret)];

    [Test]
    public async Task Following_a_link_asks_and_pressing_the_button_answers_once()
    {
        await using var desk = await AlertDesk.OpenAsync(On);
        await using var workplace = await desk.WorkplaceAsync();
        await using var worker = await StartAsync(desk, workplace);
        using var client = new HttpClient { BaseAddress = worker.Address };
        var (useful, notUseful) = Links(desk, workplace.Get<FeedbackLinks>());

        var (status, page) = await ReadAsync(await client.GetAsync(useful));
        Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(page, Does.Contain("Was this alert useful?").And.Contain("<form method=\"post\">").And.Contain("Yes, it was useful").And.Not.Contain("alert-1"));
        await client.GetAsync(useful);
        Assert.That(await workplace.Journal.AnswersAsync(desk.OrgId), Is.Empty, "scanners follow links");

        (status, page) = await ReadAsync(await client.PostAsync(useful, null));
        Assert.That((status, page.Contains("Thank you", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.OK, true)));
        var answer = (await workplace.Journal.AnswersAsync(desk.OrgId)).Single();
        Assert.That((answer.AlertKey, answer.Recipient, answer.IsUseful), Is.EqualTo(("risk/alert-1", "ana", true)));

        Assert.That((await ReadAsync(await client.PostAsync(notUseful, null))).Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await ReadAsync(await client.GetAsync(notUseful))).Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await workplace.Journal.AnswersAsync(desk.OrgId)).Single().IsUseful, Is.True);
    }

    [Test]
    public async Task Forged_and_old_links_are_told_apart_and_change_nothing()
    {
        await using var desk = await AlertDesk.OpenAsync(On);
        await using var workplace = await desk.WorkplaceAsync();
        await using var worker = await StartAsync(desk, workplace);
        using var client = new HttpClient { BaseAddress = worker.Address };
        var old = workplace.Get<FeedbackLinks>().Actions(desk.OrgId, "a", "ana", TimeProvider.System.GetUtcNow().AddDays(-31), new AlertPolicy()).First().Link.PathAndQuery;

        foreach (var (link, status) in new[] { ("/feedback", HttpStatusCode.BadRequest), ("/feedback?t=e30.e30", HttpStatusCode.BadRequest), (old, HttpStatusCode.Gone) })
        {
            Assert.That((await client.GetAsync(link)).StatusCode, Is.EqualTo(status));
            Assert.That((await client.PostAsync(link, null)).StatusCode, Is.EqualTo(status));
        }

        Assert.That(await workplace.Journal.AnswersAsync(desk.OrgId), Is.Empty);
    }

    [Test]
    public async Task The_only_form_posts_to_itself_and_the_health_page_has_none()
    {
        await using var desk = await AlertDesk.OpenAsync(On);
        await using var workplace = await desk.WorkplaceAsync();
        await using var worker = await StartAsync(desk, workplace);
        using var client = new HttpClient { BaseAddress = worker.Address };

        Assert.That((await client.GetAsync("/feedback")).Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("form-action 'self'"));
        Assert.That((await client.GetAsync("/")).Headers.GetValues("Content-Security-Policy").Single(), Does.Contain("form-action 'none'"));
        Assert.That(await client.GetStringAsync("/"), Does.Contain("<dt>Messages</dt>").And.Contain("0 waiting, 0 given up."));
    }

    [Test]
    public async Task Without_a_public_address_there_is_no_such_page()
    {
        await using var desk = await AlertDesk.OpenAsync();
        await using var workplace = await desk.WorkplaceAsync();
        await using var worker = await StartAsync(desk, workplace);
        using var client = new HttpClient { BaseAddress = worker.Address };

        Assert.That((await client.GetAsync("/feedback?t=e30.e30")).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await client.PostAsync("/feedback?t=e30.e30", null)).StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static (string Useful, string NotUseful) Links(AlertDesk desk, FeedbackLinks links)
    {
        var both = links.Actions(desk.OrgId, "risk/alert-1", "ana", TimeProvider.System.GetUtcNow(), new AlertPolicy()).ToList();
        Assert.That(both.Select(action => action.Link.GetLeftPart(UriPartial.Path)), Is.All.EqualTo("https://rules.example/feedback"));
        return (both[0].Link.PathAndQuery, both[1].Link.PathAndQuery);
    }

    private static async Task<(HttpStatusCode Status, string Page)> ReadAsync(HttpResponseMessage reply)
    {
        using (reply)
            return (reply.StatusCode, await reply.Content.ReadAsStringAsync());
    }

    private static Task<WorkerHost> StartAsync(AlertDesk desk, Workplace workplace) => WorkerHost.StartAsync(
        workplace,
        new WorkerFacts(desk.Server.Address, IsSandbox: true, Writes: true, "policy.yaml", workplace.Policy.Hash, TimeProvider.System.GetUtcNow()),
        () => BusinessDate.Today(TimeProvider.System, workplace.Policy),
        TimeProvider.System,
        default);
}
