using System.Text.Json.Nodes;
using SalesRules.Notifications.Messages;

namespace SalesRules.Notifications.Slack;

/// <summary>A message as Slack takes it: blocks, and a text for where blocks are not shown.</summary>
/// <remarks>Limits: https://docs.slack.dev/reference/block-kit/blocks</remarks>
internal static class SlackMessage
{
    public const int MostBlocks = 50;
    public const int LongestHeader = 150;
    private const int LongestFallback = 3_000;

    public static JsonObject Render(Message message)
    {
        var fitting = message.ToFit($"Slack's limit of {MostBlocks} blocks", part => Blocks(part).Count <= MostBlocks);
        return new JsonObject
        {
            ["text"] = Fallback(message),
            ["blocks"] = Blocks(fitting).AsJsonArray(),
            // Slack would fetch the links to show what is behind them.
            ["unfurl_links"] = false,
            ["unfurl_media"] = false,
        };
    }

    private static string Fallback(Message message) =>
        SlackText.Of($"{Sign(message.Level)}{message.Title}{(message.Summary is null ? "" : $"\n{message.Summary}")}", LongestFallback);

    private static List<JsonNode> Blocks(Message message) =>
    [
        Header(message),
        .. message.Sections.SelectMany(SlackBlocks.Of),
        .. message.LeftOut is null ? [] : new[] { SlackBlocks.Context(message.LeftOut) },
        .. SlackBlocks.Links(message.Actions),
        SlackBlocks.Context($"SalesRules · {message.Key}"),
    ];

    private static JsonObject Header(Message message) => new()
    {
        ["type"] = "header",
        ["text"] = new JsonObject
        {
            ["type"] = "plain_text",
            ["text"] = $"{Sign(message.Level)}{message.Title}".Shorten(LongestHeader),
            // ":fire:" in a customer's name is only text. Our sign is a character of its own.
            ["emoji"] = false,
        },
    };

    private static string Sign(Level level) => level switch
    {
        Level.Urgent => "🔴 ",
        Level.Attention => "🟠 ",
        _ => "",
    };
}
