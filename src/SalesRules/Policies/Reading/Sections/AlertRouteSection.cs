using System.Text.Json.Nodes;
using SalesRules.Alerts;
using SalesRules.Decisions;
using SalesRules.Policies.Reading.Shapes;
using SalesRules.Snapshots;

namespace SalesRules.Policies.Reading.Sections;

internal sealed class AlertRouteSection : Section<AlertRoute>
{
    private static readonly Key<IReadOnlyList<AlertKind>> On = new("on",
        Words("kind of alert", AlertKinds.Name, AlertKinds.All, least: 1),
        "What they hear of.");

    private static readonly Key<IReadOnlyList<string>> To = new("to",
        new ListShape<string>(new TextShape(60, "recipient"), role => role, StringComparer.OrdinalIgnoreCase, least: 1),
        "Who: owner, manager (of the owner), or names of recipients in the settings, such as vp-sales.");

    private static readonly Key<IReadOnlyList<Motion>> OfMotions = new("motions",
        Words("motion", motion => motion.Name(), Policies.Motions.All), [], "Only deals of these motions. Left out: of all.");

    private static readonly Key<IReadOnlyList<string>> Segments = new("segments",
        new ListShape<string>(new SegmentNameShape(), segment => segment, StringComparer.OrdinalIgnoreCase), [], "Only deals of these segments. Left out: of all, and of none.");

    private static readonly Key<IReadOnlyList<SalesforceId>> Teams = new("teams",
        new ListShape<SalesforceId>(new UserIdShape(), user => user.Value, StringComparer.Ordinal), [],
        "Only deals of these users and of everybody below them. User ids, 15 or 18 characters.");

    private static readonly Key<decimal?> AmountFrom = new("amount-from", new OptionalShape<decimal>(new AmountShape("amount of money", 1_000_000_000_000)), null,
        "Only deals of this amount or more. null: of any amount.");

    private static readonly Key<IReadOnlyList<RiskLevel>> Risk = new("risk",
        Words("level of risk", RiskLevels.Name, RiskLevels.All), [], "Only deals that are so much at risk now.");

    public override IReadOnlyList<Key> Keys { get; } = [On, To, OfMotions, Segments, Teams, AmountFrom, Risk];

    public override string Expected => "a route with on and to";

    /// <summary>Two routes that say the same are one written twice.</summary>
    public static string Identity(AlertRoute route) => Json(route).ToJsonString();

    public override JsonNode Written(AlertRoute value) => Json(value);

    protected override AlertRoute Build(SectionValues values)
    {
        var route = new AlertRoute(values.Get(On), values.Get(To))
        {
            Motions = values.Get(OfMotions),
            Segments = values.Get(Segments),
            Teams = values.Get(Teams),
            AmountFrom = values.Get(AmountFrom),
            Risk = values.Get(Risk),
        };
        Check(route, values);
        return route;
    }

    private static void Check(AlertRoute route, SectionValues values)
    {
        foreach (var org in route.On.Where(kind => !kind.IsOfDeal()).Take(1))
        {
            if (route.AsksOfDeal)
                values.PlaceOf(On).Refuse($"{org.Name()} is about the org and no deal, so that it never fits motions, segments, teams, amount-from or risk: give it a route of its own");
            if (route.To.All(role => role is AlertRoute.Owner or AlertRoute.Manager))
                values.PlaceOf(To).Refuse($"{org.Name()} is about the org and no deal, which has neither owner nor manager: name a recipient of the settings");
        }
    }

    private static JsonObject Json(AlertRoute route)
    {
        var written = new JsonObject { ["on"] = Names(route.On.Select(AlertKinds.Name)), ["to"] = Names(route.To) };
        if (route.Motions.Count > 0)
            written["motions"] = Names(route.Motions.Select(motion => motion.Name()));
        if (route.Segments.Count > 0)
            written["segments"] = Names(route.Segments);
        if (route.Teams.Count > 0)
            written["teams"] = Names(route.Teams.Select(user => user.Value));
        if (route.AmountFrom is { } amount)
            written["amount-from"] = amount;
        if (route.Risk.Count > 0)
            written["risk"] = Names(route.Risk.Select(RiskLevels.Name));
        return written;
    }

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => JsonValue.Create(name))]);

    private static ListShape<T> Words<T>(string noun, Func<T, string> name, IReadOnlyList<T> all, int least = 0) =>
        new(new ChoiceShape<T>(noun, [.. all.Select(one => (name(one), one))]), name, StringComparer.Ordinal, least);
}
