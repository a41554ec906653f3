using SalesRules.Decisions;
using SalesRules.Rules.Custom;
using SalesRules.Snapshots;

namespace SalesRules.Policies;

/// <summary>Which rules make tasks, for whom and until when (catalogue section 13).</summary>
public sealed record TaskPolicy
{
    /// <summary>Ids of the rules that make tasks.</summary>
    public required IReadOnlySet<string> Rules { get; init; }

    /// <summary>Business days until a task of a high finding is due.</summary>
    public int DueDaysHigh { get; init; } = 2;

    /// <summary>Business days until a task of any other finding is due.</summary>
    public int DueDaysOther { get; init; } = 5;

    /// <summary>Who gets the tasks of a deal whose owner and managers are all inactive; null: the owner's manager, else the owner.</summary>
    public SalesforceId? DefaultOwner { get; init; }

    /// <summary>The same, with the custom rules that hand out a task.</summary>
    internal TaskPolicy With(IReadOnlyList<CustomRule> customRules) => this with
    {
        Rules = Rules.Concat(customRules.Where(rule => rule.HandsOutTasks).Select(rule => rule.Id)).ToHashSet(),
    };

    public int DueDays(Severity severity) => severity == Severity.High ? DueDaysHigh : DueDaysOther;
}
