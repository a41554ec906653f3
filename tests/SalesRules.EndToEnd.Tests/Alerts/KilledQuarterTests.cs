using SalesRules.Alerts;
using SalesRules.EndToEnd.Tests.Crashes;

namespace SalesRules.EndToEnd.Tests.Alerts;

/// <summary>
/// A quarter of an org at work, with processes that really die: seeded edits and a run each business day, fifty runs ended by SIGKILL at a
/// point drawn from all that they pass, each channel down for an hour of the first day from its own on that has something to tell by it. What
/// was raised is what an independent count finds, and everybody was told: nothing lost, and by key nothing shown twice. SALESRULES_LONG=1 takes
/// 2,000 deals for 13 weeks; otherwise it is a week.
/// </summary>
[Platform(Exclude = "Win", Reason = "The processes are killed by a signal.")]
internal sealed class KilledQuarterTests
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("SALESRULES_LONG") == "1";
    private static readonly (int Deals, int Weeks, int Deaths) Size = IsLong ? (2_000, 13, 50) : (60, 1, 3);

    [Test]
    public async Task A_quarter_of_deaths_and_outages_loses_no_alert_and_tells_none_twice()
    {
        var chance = new Random(20260302);
        await using var site = await QuarterSite.StartAsync(Size.Deals);
        await site.RunAsync();
        var days = Enumerable.Range(1, Size.Weeks * 5).ToArray();
        var outages = QuarterSite.Channels.ToDictionary(channel => channel, _ => 1 + chance.Next(days.Length / 2));

        foreach (var day in days)
        {
            site.NextBusinessDay();
            await QuarterWork.DoAsync(site.Org, site.Clock, chance, IsLong ? null : 30);
            site.TakeDown(outages.Where(outage => outage.Value <= day && !site.Failed.ContainsKey(outage.Key)).Select(outage => outage.Key));
            // As many of the days that are left as deaths are left to die.
            if (chance.Next(days.Length - day + 1) < Size.Deaths - site.Deaths)
                await site.DieInARunAsync(chance);
            await site.RunAsync();
            await site.HourAsync();
        }

        await site.ToldAsync();

        var model = new QuarterModel(site.FirstRun);
        model.Count(JournalState.DecisionsOf(site.Org));
        var alerts = JournalState.AlertContentsOf(site.Org).Select(AlertJson.Read).ToList();
        var told = alerts.Where(alert => alert.Deal is not null).CountBy(alert => alert.Key[..alert.Key.LastIndexOf('/')]).ToDictionary(StringComparer.Ordinal);
        var delivered = await QuarterDeliveries.OfAsync(site);
        await TestContext.Out.WriteLineAsync(FormattableString.Invariant($"{Size.Deals} deals, {Size.Weeks} weeks, {site.Deaths} deaths: {model.Transitions.Values.Sum()} transitions, {alerts.Count} alerts ({alerts.Count(alert => alert.Deal is null)} about the org)"));
        await TestContext.Out.WriteLineAsync(delivered.Report(Size.Weeks));

        Assert.Multiple(() =>
        {
            Assert.That(site.Deaths, Is.EqualTo(Size.Deaths), "every death was died");
            Assert.That(site.Failed.Keys, IsLong ? Is.EquivalentTo(QuarterSite.Channels) : Is.Not.Empty, "outages were met");
            Assert.That(told.OrderBy(pair => pair.Key, StringComparer.Ordinal), Is.EqualTo(model.Transitions));
            Assert.That(alerts.Select(alert => alert.Key), Is.Unique);
            Assert.That(delivered.AlertsWithoutMessage, Is.Empty);
            Assert.That(delivered.Undelivered, Is.Empty);
            Assert.That(delivered.Lost, Is.Empty, "what the journal calls delivered has come");
            Assert.That(delivered.ShownTwice, Is.Empty, "copies beyond the first carry the same key and are alike");
        });
    }
}
