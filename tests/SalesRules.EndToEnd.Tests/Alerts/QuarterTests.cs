using SalesRules.Alerts;
using SalesRules.EndToEnd.Tests.Crashes;
using SalesRules.Host.Configuration;
using SalesRules.Host.Runs;
using SalesRules.Journal.Runs;
using SalesRules.Policies;
using SalesRules.Rules;

namespace SalesRules.EndToEnd.Tests.Alerts;

/// <summary>
/// A quarter of an org at work, on a clock of its own: seeded edits each business day, a run each evening. What was raised is what an
/// independent count finds in the decisions: nothing twice, nothing lost. SALESRULES_LONG=1 takes 2,000 deals for 13 weeks.
/// </summary>
public class QuarterTests
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("SALESRULES_LONG") == "1";
    private static readonly (int Deals, int Weeks) Size = IsLong ? (2_000, 13) : (60, 3);

    [Test]
    public async Task Each_transition_of_a_quarter_is_told_once()
    {
        var clock = new OrgClock();
        var chance = new Random(20260302);
        await using var org = await TestOrg.StartAsync(clock, Size.Deals);
        var first = await RunAsync(org, clock);

        for (var day = 1; day <= Size.Weeks * 7; day++)
        {
            clock.Advance(TimeSpan.FromDays(1));
            if (clock.GetUtcNow().DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
                continue;
            org.Person.SignInAgain();
            await QuarterWork.DoAsync(org, clock, chance);
            await RunAsync(org, clock);
        }

        var model = new QuarterModel(first.Run.Value);
        model.Count(JournalState.DecisionsOf(org));
        var alerts = JournalState.AlertContentsOf(org).Select(AlertJson.Read).ToList();
        var told = alerts.Where(alert => alert.Deal is not null).CountBy(alert => alert.Key[..alert.Key.LastIndexOf('/')]).ToDictionary(StringComparer.Ordinal);

        await ReportAsync(alerts, model);
        Assert.That(told.OrderBy(pair => pair.Key, StringComparer.Ordinal), Is.EqualTo(model.Transitions));
        Assert.That(alerts.Select(alert => alert.Key), Is.Unique);
        Assert.That(told, Is.Not.Empty);
    }

    private static async Task<RunTally> RunAsync(TestOrg org, OrgClock clock)
    {
        await using var workplace = await org.OpenAsync(clock, JournalUse.Write);
        return await workplace.Get<RuleRun>().RunOnceAsync(
            new RunRequest { AsOf = BusinessDate.Today(clock, workplace.Policy), Kind = RunKind.Run, Approval = new BudgetApproval("Dana Fox", "a quarter in a minute") }, default);
    }

    private static Task ReportAsync(List<Alert> alerts, QuarterModel model)
    {
        var routed = alerts.SelectMany(alert => AlertRouting.Of(alert, new AlertPolicy(), new UserDirectory([])).Select(recipient => recipient.User?.Value ?? recipient.Role)).CountBy(who => who).ToList();
        return TestContext.Out.WriteLineAsync(string.Join(Environment.NewLine,
        [
            FormattableString.Invariant($"{Size.Deals} deals, {Size.Weeks} weeks: {model.Transitions.Values.Sum()} transitions, {alerts.Count} alerts ({alerts.Count(alert => alert.Deal is null)} about the org)"),
            .. alerts.CountBy(alert => alert.Kind.Name()).Select(kind => FormattableString.Invariant($"  {kind.Key}: {kind.Value}")),
            FormattableString.Invariant($"  a recipient and week: {(decimal)routed.Sum(one => one.Value) / routed.Count / Size.Weeks:0.0} on average, {(decimal)routed.Max(one => one.Value) / Size.Weeks:0.0} at most, {routed.Count} recipients"),
        ]));
    }
}
