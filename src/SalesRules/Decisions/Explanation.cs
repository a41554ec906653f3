using SalesRules.Snapshots;

namespace SalesRules.Decisions;

/// <summary>Why a finding is one: a sentence for a person, the values seen, the smallest fix, the work. Two that say the same are equal.</summary>
public sealed record Explanation : IExplainer
{
    /// <summary>One sentence for a person. It carries dates, never ages, so that it stays the same from day to day.</summary>
    public required string Message { get; init; }

    public IReadOnlyList<Evidence> Evidence { get; init; } = [];

    /// <summary>The smallest change that would clear it: fewest points, then fewest pillars, then O, M, I, Q, L. Empty where none can be computed.</summary>
    public IReadOnlyList<Fix> Fix { get; init; } = [];

    /// <summary>The work that the rule hands out, one task per part.</summary>
    public IReadOnlyList<TaskPart> Tasks { get; init; } = [];

    /// <summary>
    /// The same as it is said on the day of the decision, with what moves from day to day: ages, figures of the org's history, a fix that
    /// counts from today. Decisions, cards and messages show it; what is written to the record and the decision's identity leave it out,
    /// so that nothing churns. Null: it says the same on every day.
    /// </summary>
    public Explanation? OnTheDay { get; init; }

    /// <summary>The same in other words, made from its own.</summary>
    public Explanation Saying(Func<string, string> words) => this with { Message = words(Message), OnTheDay = OnTheDay?.Saying(words) };

    public bool Equals(Explanation? other) =>
        other is not null
        && Message == other.Message
        && Evidence.SequenceEqual(other.Evidence)
        && Fix.SequenceEqual(other.Fix)
        && Tasks.SequenceEqual(other.Tasks)
        && Equals(OnTheDay, other.OnTheDay);

    public override int GetHashCode() => Message.GetHashCode(StringComparison.Ordinal);

    Explanation IExplainer.Explain(string rule) => this;
}

/// <summary>A value that the rule saw.</summary>
/// <param name="Field">The API name of the field, or the name of what was worked out, such as MIQL_Total__c or Days_In_Stage.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Needs">What the rule asks for: a number that is enough, or a few words; null: nothing, it only looked.</param>
public sealed record Evidence(string Field, FieldValue Value, FieldValue Needs);

/// <summary>One field of a fix and the value it would take.</summary>
public sealed record Fix(string Field, FieldValue To);

/// <summary>A task that a rule asks for, before it has a key, an owner and a due date.</summary>
/// <param name="Part">The pillar or floor, where a rule makes several tasks; "" where it makes one.</param>
/// <param name="Subject">At most 255 characters.</param>
public sealed record TaskPart(string Part, string Subject)
{
    /// <summary>Who it is for, while active; null: the deal's owner.</summary>
    public SalesforceId? For { get; init; }

    /// <summary>Whether it is made once for the record and not in every episode.</summary>
    public bool IsOnce { get; init; }
}
