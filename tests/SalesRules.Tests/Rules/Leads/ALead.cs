using SalesRules.Policies;
using SalesRules.Rules.Leads;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Leads;

/// <summary>A lead in a queue, high in fit and intent, that came in on Monday 2026-03-02 at 10:00 and was touched two minutes later.</summary>
internal static class ALead
{
    public static readonly SalesforceId Queue = SalesforceId.Parse("00Gxx0000000001");

    public static readonly SalesforceId DefaultOwner = SalesforceId.Parse("005xx0000000009");

    public static readonly SalesforceId[] Takers = [SalesforceId.Parse("005xx0000000001"), SalesforceId.Parse("005xx0000000002")];

    public static readonly DateTimeOffset CameIn = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    public static LeadPolicy Settings { get; } = new()
    {
        Enabled = true,
        DefaultOwner = DefaultOwner,
        RoundRobin = Takers,
        Fields = new LeadFields { Fit = "Fit__c", Intent = "Intent__c", HandedOverOn = "Handed_Over__c", Attempts = "Attempts__c", NoReplyReason = "No_Reply__c" },
    };

    public static Lead Good { get; } = new()
    {
        Id = SalesforceId.Parse("00Qxx0000000001"),
        OwnerId = Queue,
        CreatedAt = CameIn,
        Source = "Web",
        Fit = 8,
        Intent = 8,
        FirstTouchAt = CameIn.AddMinutes(2),
    };

    public static LeadDecision Decide(Lead lead, LeadPolicy? settings = null, DateTimeOffset? now = null, bool knowsFirstTouch = true) =>
        new LeadBook(TestPolicy.Default with { Leads = settings ?? Settings }).Decide(lead, now ?? CameIn.AddHours(1), knowsFirstTouch);
}
