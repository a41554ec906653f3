using SalesRules.Snapshots;

namespace SalesRules.Policies;

/// <summary>The settings of catalogue section 10. Off unless the policy switches it on.</summary>
public sealed record LeadPolicy
{
    /// <summary>Whether leads are read at all.</summary>
    public bool Enabled { get; init; }

    /// <summary>Leads that were created within so many days are looked at.</summary>
    public int Days { get; init; } = 30;

    /// <summary>Fit and intent from here on are high.</summary>
    public int High { get; init; } = 8;

    /// <summary>Fit and intent from here on are medium; below it they are low.</summary>
    public int Medium { get; init; } = 5;

    /// <summary>An inbound lead is touched within so many minutes of business time (P).</summary>
    public int ResponseMinutes { get; init; } = 5;

    public BusinessHours Hours { get; init; } = new(9, 17);

    /// <summary>The values of LeadSource that are inbound; empty: all are.</summary>
    public IReadOnlyList<string> InboundSources { get; init; } = [];

    /// <summary>Business days from the hand-over to the first attempt.</summary>
    public int FirstAttemptDays { get; init; } = 1;

    /// <summary>Business days from the hand-over to the second attempt.</summary>
    public int SecondAttemptDays { get; init; } = 3;

    /// <summary>Who gets a lead in a queue that nothing routes; null: it stays there.</summary>
    public SalesforceId? DefaultOwner { get; init; }

    /// <summary>Who takes the other leads of the queues in turn; empty: nobody does.</summary>
    public IReadOnlyList<SalesforceId> RoundRobin { get; init; } = [];

    public LeadFields Fields { get; init; } = new();
}

/// <summary>The org's API names of a lead's inputs; null: absent, and the rules that need it do not run.</summary>
public sealed record LeadFields
{
    public string? Fit { get; init; }

    public string? Intent { get; init; }

    /// <summary>A date with time; null: the first completed task or event tells.</summary>
    public string? FirstTouch { get; init; }

    public string? HandedOverOn { get; init; }

    public string? Attempts { get; init; }

    public string? NoReplyReason { get; init; }

    /// <summary>Those that are mapped.</summary>
    public IEnumerable<string> Mapped => new[] { Fit, Intent, FirstTouch, HandedOverOn, Attempts, NoReplyReason }.OfType<string>();
}
