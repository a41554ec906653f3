using System.Text.Json.Nodes;
using SalesRules.Notifications.Messages;

namespace SalesRules.Notifications.Teams;

/// <summary>A message as a workflow's webhook takes it: an envelope with one Adaptive Card.</summary>
/// <remarks>https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using</remarks>
internal static class TeamsMessage
{
    /// <summary>Teams takes 28 KB.</summary>
    public const int MostBytes = 28 * 1024;

    private const int LongestFallback = 1_000;

    // Teams shows six actions; those beyond stand as links.
    private const int MostActions = 6;

    public static byte[] Render(Message message) =>
        Envelope(message.ToFit("Teams' limit of 28 KB", part => Envelope(part).ToUtf8().Length <= MostBytes)).ToUtf8();

    private static JsonObject Envelope(Message message) => new()
    {
        ["type"] = "message",
        ["summary"] = message.Summary ?? message.Title,
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.card.adaptive",
            ["contentUrl"] = null,
            ["content"] = Card(message),
        }),
    };

    private static JsonObject Card(Message message) => new()
    {
        ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
        ["type"] = "AdaptiveCard",
        ["version"] = "1.5",
        ["fallbackText"] = TeamsText.Of(message.Summary ?? message.Title, LongestFallback),
        ["msteams"] = new JsonObject { ["width"] = "Full" },
        ["body"] = Body(message).AsJsonArray(),
        ["actions"] = message.Actions.Take(MostActions).Select(Action).AsJsonArray(),
    };

    private static IEnumerable<JsonNode> Body(Message message) =>
    [
        TeamsElements.Title(message.Title, message.Level),
        .. message.Sections.SelectMany(TeamsElements.Of),
        .. message.LeftOut is null ? [] : new[] { TeamsElements.Small(message.LeftOut) },
        .. message.Actions.Skip(MostActions).Select(action => TeamsElements.Text(new Inline(action.Label, action.Link))),
        TeamsElements.Small($"SalesRules · {message.Key}"),
    ];

    private static JsonNode Action(LinkAction action)
    {
        var json = new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = action.Label, ["url"] = action.Link.AbsoluteUri };
        if (action.IsPrimary)
            json["style"] = "positive";
        return json;
    }
}
