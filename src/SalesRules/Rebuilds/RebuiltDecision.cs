using System.Text;
using System.Text.Json;
using SalesRules.Decisions;
using SalesRules.Plans;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Rebuilds;

/// <summary>A decision made again from what was kept of it. Pure: the same source and rules give the same bytes on any machine.</summary>
public sealed record RebuiltDecision(Opportunity Opportunity, DealContext Context, Decision Decision, StandingDecision Standing)
{
    /// <summary>The decision about the record as corrected, as it is kept.</summary>
    public string StandingText => Text(Standing.Decision);

    /// <summary>The decision about the record as it was read, as it is kept; null: nothing was corrected, it is the standing one.</summary>
    public string? DecisionText => Decision.Changes.Count == 0 ? null : Text(Decision);

    /// <param name="rules">Under the policy and the drift of then.</param>
    /// <exception cref="UnreadableSourceException">The snapshot or the context cannot be read: it is damaged, or another version's.</exception>
    public static RebuiltDecision Of(DecisionSource source, RuleBook rules)
    {
        var (opportunity, context) = Read(source, rules.Policy.Fields);
        var decision = rules.Decide(opportunity, context);
        return new RebuiltDecision(opportunity, context, decision, StandingDecision.Of(rules, opportunity, context, decision, source.DecidedAt));
    }

    /// <summary>The record and what was known around it, as they were kept.</summary>
    /// <exception cref="UnreadableSourceException">One of them cannot be read.</exception>
    public static (Opportunity Opportunity, DealContext Context) Read(DecisionSource source, FieldMap fields)
    {
        try
        {
            var opportunity = new OpportunityJsonReader(fields).Read(Encoding.UTF8.GetBytes(source.Snapshot));
            using var context = JsonDocument.Parse(source.Context);
            return (opportunity, DealContextJson.Read(context.RootElement, opportunity.Id, source.Aging));
        }
        catch (Exception problem) when (problem is SnapshotFormatException or JsonException or FormatException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new UnreadableSourceException($"what was kept of it cannot be read: {problem.Message}", problem);
        }
    }

    private static string Text(Decision decision)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, DecisionJson.WriterOptions))
            DecisionJson.Write(writer, decision);
        return Encoding.UTF8.GetString(stream.GetBuffer().AsSpan(0, (int)stream.Length));
    }
}
