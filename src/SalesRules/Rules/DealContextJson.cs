using System.Text.Json;
using SalesRules.Portfolio;
using SalesRules.Snapshots;

namespace SalesRules.Rules;

/// <summary>
/// A deal's context as JSON, so that its decision can be made again later, on any machine, from snapshot, context and policy.
/// </summary>
public static class DealContextJson
{
    public static void Write(Utf8JsonWriter writer, Opportunity opportunity, DealContext context) => DealContextWriter.Write(writer, opportunity, context);

    /// <summary>Reads what <see cref="Write"/> wrote about that deal.</summary>
    /// <param name="aging">How long deals stayed in each stage on that day: the same for every deal, and kept apart.</param>
    /// <exception cref="KeyNotFoundException">A property is missing.</exception>
    /// <exception cref="FormatException">A value is none that was written.</exception>
    public static DealContext Read(JsonElement json, SalesforceId opportunity, StageAging? aging) => DealContextReader.Read(json, opportunity, aging);
}
