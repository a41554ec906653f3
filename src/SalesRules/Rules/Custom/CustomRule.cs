using SalesRules.Decisions;
using SalesRules.Expressions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Custom;

/// <summary>
/// A rule that the organisation wrote into its policy: where its condition is true, its message is a finding. Where the condition is false,
/// or unknown for lack of a value, there is none. Source: design 3.3, custom rules.
/// </summary>
public sealed class CustomRule(string id, Expression when, Severity severity, MessageTemplate message) : IRule
{
    // Said of every value that the condition read: what would clear the finding.
    private readonly FieldValue needs = FieldValue.Of($"not ({string.Join(' ', when.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))})");

    public string Id => id;

    public string Condition => when.Text;

    public Expression When => when;

    public MessageTemplate Message => message;

    /// <summary>The subject of the owner's task; null: none of its own.</summary>
    public MessageTemplate? Task { get; init; }

    public bool CountsForRisk { get; init; }

    public bool HandsOutTasks => Task is not null;

    public string Weighs => severity.Name();

    /// <summary>Whether it speaks of closed deals too.</summary>
    public bool AsksClosedDeals { get; init; }

    public Reach Reach => field ??= (AsksClosedDeals, when.NeedsStage) switch
    {
        (true, true) => Reach.EveryDealInAStage,
        (true, false) => Reach.EveryDeal,
        (false, true) => Reach.OpenDealsInAStage,
        (false, false) => Reach.OpenDeals,
    };

    /// <summary>What it reads and what it says: a field that the org has not is neither empty nor worth a sentence.</summary>
    public IReadOnlyList<string> Needs => field ??= [.. when.Fields.Concat(message.Fields).Concat(Task?.Fields ?? []).Select(read => read.ApiName).Distinct()];

    public RuleOutcome Apply(Deal deal) => when.Evaluate(deal) is true ? new Finding(id, severity, deal) : RuleOutcome.Clear;

    public Explanation Explain(Deal deal) => new()
    {
        Message = message.For(deal),
        Evidence = [.. when.Fields.Select(read => deal.Saw(read, needs))],
        Tasks = Task is null ? [] : [new TaskPart("", Task.For(deal))],
    };
}
