using System.Text;
using System.Text.Json;
using SalesRules.Alerts;
using SalesRules.Plans;
using SalesRules.Policies;
using SalesRules.Rules;

namespace SalesRules.Tests.Alerts;

/// <summary>What is told of one deal as it is decided again and again; between two decisions the state goes through its text, as in the journal.</summary>
internal sealed class Told(DealAlertState? state = null)
{
    private static readonly DateTimeOffset Noon = ADeal.Noon(ADeal.Today);

    public DealAlertState? State { get; private set; } = state;

    public List<Alert> Alerts { get; } = [];

    /// <summary>The alerts that this very decision raises.</summary>
    public IReadOnlyList<Alert> Decide(ADeal deal) => Decide(Decided(deal), deal.Policy);

    public IReadOnlyList<Alert> Decide(PlannedDecision decided, Policy policy)
    {
        var (after, alerts) = Transitions.Of(State, decided, policy);
        State = DealAlertStateJson.Read(Text(after));
        Alerts.AddRange(alerts);
        return alerts;
    }

    public IEnumerable<AlertKind> Kinds(ADeal deal) => Decide(deal).Select(alert => alert.Kind);

    public static PlannedDecision Decided(ADeal deal) => new RecordPlan(new RuleBook(deal.Policy)).Of(deal.Opportunity, deal.Context, KnownTasks.None, Noon);

    public static string Text(DealAlertState state)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            DealAlertStateJson.Write(writer, state);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
