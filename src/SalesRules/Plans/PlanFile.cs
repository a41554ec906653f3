using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Plans;

/// <summary>
/// A plan as a file: one JSON object whose last property is the hash of all the others. White space may change, nothing else:
/// what was reviewed is what is applied.
/// </summary>
public static class PlanFile
{
    private const string Format = "salesrules-plan/1";

    /// <summary>The file's bytes, one record a line, with the hash.</summary>
    public static byte[] Write(WriteBackPlan plan)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using (var writer = new Utf8JsonWriter(buffer, DecisionJson.WriterOptions))
            WriteContent(writer, plan);
        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return WithHash(document.RootElement, HashOf(document.RootElement));
    }

    /// <summary>Reads a plan file.</summary>
    /// <exception cref="FormatException">It is no plan: not JSON, another format, or a property is missing.</exception>
    /// <exception cref="EditedPlanException">Its hash is not that of its content.</exception>
    public static WriteBackPlan Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("format", out var format) || format.ValueKind != JsonValueKind.String || format.GetString() != Format)
                throw new FormatException($"not a plan: expected a JSON object with \"format\": \"{Format}\", as `salesrules plan --out` writes it");
            if (!root.TryGetProperty("hash", out var hash) || hash.ValueKind != JsonValueKind.String)
                throw new FormatException("not a whole plan: it has no hash at its end");
            if (hash.GetString() != HashOf(root))
                throw new EditedPlanException();
            return ReadContent(root);
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"not a plan: {problem.Message}", problem);
        }
    }

    private static void WriteContent(Utf8JsonWriter writer, WriteBackPlan plan)
    {
        writer.WriteStartObject();
        writer.WriteString("format"u8, Format);
        writer.WriteString("org"u8, plan.OrgId);
        writer.WriteString("policy"u8, plan.PolicyHash);
        writer.WriteString("asOf"u8, FieldValue.Of(plan.AsOf).ToString());
        writer.WriteString("createdAt"u8, FieldValue.Of(plan.CreatedAt).ToString());
        if (plan.Drift.Count > 0)
            WriteDrift(writer, plan.Drift);
        writer.WriteStartArray("records"u8);
        foreach (var record in plan.Records)
            PlannedRecordJson.Write(writer, record);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteDrift(Utf8JsonWriter writer, IReadOnlyList<string> drift)
    {
        writer.WriteStartArray("drift"u8);
        foreach (var sentence in drift)
            writer.WriteStringValue(sentence);
        writer.WriteEndArray();
    }

    private static WriteBackPlan ReadContent(JsonElement root) => new()
    {
        OrgId = root.GetProperty("org").GetString() ?? "",
        PolicyHash = root.GetProperty("policy").GetString() ?? "",
        AsOf = DateOnly.ParseExact(root.GetProperty("asOf").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
        CreatedAt = root.GetProperty("createdAt").GetDateTimeOffset(),
        Drift = root.TryGetProperty("drift", out var drift) ? [.. drift.EnumerateArray().Select(sentence => sentence.GetString() ?? "")] : [],
        Records = [.. root.GetProperty("records").EnumerateArray().Select(PlannedRecordJson.Read)],
    };

    /// <summary>The hash of every property but the hash itself, in the file's order, without white space.</summary>
    private static string HashOf(JsonElement root)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        using (var writer = new Utf8JsonWriter(buffer, DecisionJson.WriterOptions))
        {
            writer.WriteStartObject();
            foreach (var property in root.EnumerateObject().Where(property => !property.NameEquals("hash")))
                property.WriteTo(writer);
            writer.WriteEndObject();
        }

        return "sha256:" + Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }

    private static byte[] WithHash(JsonElement root, string hash)
    {
        var text = new StringBuilder();
        text.Append("{\n");
        foreach (var property in root.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Array)
            {
                text.Append(CultureInfo.InvariantCulture, $"\"{property.Name}\":{property.Value.GetRawText()},\n");
                continue;
            }

            text.Append(CultureInfo.InvariantCulture, $"\"{property.Name}\":[\n");
            text.AppendJoin(",\n", property.Value.EnumerateArray().Select(record => record.GetRawText()));
            text.Append("\n],\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"\"hash\":\"{hash}\"\n}}\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
