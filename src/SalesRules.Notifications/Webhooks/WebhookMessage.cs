using System.Text.Json.Nodes;
using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Messages;

namespace SalesRules.Notifications.Webhooks;

/// <summary>A message as JSON for programs: version 1, described in docs/channels.md. The same message gives the same bytes.</summary>
internal static class WebhookMessage
{
    public const int Version = 1;
    public const int MostBytes = 256 * 1024;

    public static byte[] Render(Message message, Recipient recipient) =>
        Json(message.ToFit("the webhook's limit of 256 KB", part => Json(part, recipient).ToUtf8().Length <= MostBytes), recipient).ToUtf8();

    // New properties may come within a version; none changes its meaning or goes.
    private static JsonObject Json(Message message, Recipient recipient) => new()
    {
        ["version"] = Version,
        ["key"] = message.Key,
        ["recipient"] = recipient.Name,
        ["recipientMail"] = recipient.Mail,
        ["level"] = message.Level switch { Level.Urgent => "urgent", Level.Attention => "attention", _ => "info" },
        ["title"] = message.Title,
        ["summary"] = message.Summary,
        ["sections"] = message.Sections.Select(section => new JsonObject
        {
            ["heading"] = section.Heading,
            ["blocks"] = section.Blocks.Select(Json).AsJsonArray(),
        }).AsJsonArray(),
        ["actions"] = message.Actions.Select(action => new JsonObject
        {
            ["label"] = action.Label,
            ["url"] = action.Link.AbsoluteUri,
            ["primary"] = action.IsPrimary,
        }).AsJsonArray(),
        ["leftOut"] = message.LeftOut,
    };

    private static JsonNode Json(Block block) => block switch
    {
        Paragraph paragraph => new JsonObject { ["type"] = "paragraph", ["text"] = paragraph.Text.Text, ["url"] = paragraph.Text.Link?.AbsoluteUri },
        Facts facts => new JsonObject { ["type"] = "facts", ["facts"] = facts.Items.Select(Json).AsJsonArray() },
        BulletList list => new JsonObject { ["type"] = "list", ["items"] = list.Items.Select(Json).AsJsonArray() },
        Table table => new JsonObject
        {
            ["type"] = "table",
            ["columns"] = table.Columns.Select(column => new JsonObject { ["title"] = column.Title, ["number"] = column.IsNumber }).AsJsonArray(),
            ["rows"] = table.Rows.Select(row => row.Select(Json).AsJsonArray()).AsJsonArray(),
        },
        _ => throw new NotSupportedException($"A webhook has no form for {block.GetType().Name}."),
    };

    private static JsonNode Json(Fact fact) => new JsonObject { ["name"] = fact.Name, ["text"] = fact.Value.Text, ["url"] = fact.Value.Link?.AbsoluteUri };

    private static JsonNode Json(Inline text) => new JsonObject { ["text"] = text.Text, ["url"] = text.Link?.AbsoluteUri };
}
