using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SalesRules.Decisions;

namespace SalesRules.Host.Health;

/// <summary>The health report as JSON: status and one sentence for each check, nothing of customers, no secrets.</summary>
internal static class HealthReply
{
    public static async Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        await using var writer = new Utf8JsonWriter(context.Response.BodyWriter, DecisionJson.WriterOptions);
        writer.WriteStartObject();
        writer.WriteString("status"u8, report.Status.ToString());
        writer.WriteStartObject("checks"u8);
        foreach (var (name, entry) in report.Entries)
        {
            writer.WriteStartObject(name);
            writer.WriteString("status"u8, entry.Status.ToString());
            writer.WriteString("description"u8, entry.Description);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
