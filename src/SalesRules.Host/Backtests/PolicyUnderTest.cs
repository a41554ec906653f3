using SalesRules.Backtests;
using SalesRules.Policies;
using SalesRules.Rules;

namespace SalesRules.Host.Backtests;

/// <summary>One policy of a backtest with its warnings: the candidate, or the live one beside it.</summary>
internal sealed class PolicyUnderTest(string path, Policy policy)
{
    private readonly Dictionary<string, RuleBook> books = new(StringComparer.Ordinal);
    private readonly RuleBook whole = new(policy);

    public string Path => path;

    public Policy Policy => policy;

    public WarningBook Warnings { get; } = new();

    /// <summary>Its rules over rows that name their own fields.</summary>
    public RuleBook Rules => whole;

    /// <summary>Its rules over records that were read for another policy: what was not read then is unknown.</summary>
    public RuleBook RulesOver(Policy readBy, string drift)
    {
        var key = $"{readBy.Hash} {drift}";
        if (!books.TryGetValue(key, out var rules))
            books[key] = rules = new RuleBook(UnreadFields.OfRecordsReadAgain(policy, readBy));
        return rules;
    }
}
