using System.Globalization;
using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Rules.Leads;

/// <summary>
/// An inbound lead is touched within minutes of business time; one handed to sales is tried a first and a second time within days, unless a
/// reason says why not. Source: P; B 1.5, 2.3; catalogue section 10.
/// </summary>
public sealed class LeadMustBeAnsweredInTimeRule : ILeadRule
{
    public string Id => "lead.response-late";

    public string Condition => "an inbound lead was not touched within {leads.response-minutes} minutes of business time, or one handed over was not tried within {leads.first-attempt-days} business days, or not a second time within {leads.second-attempt-days}, and no reason says why";

    public Severity Severity => Severity.Medium;

    public IReadOnlyList<string> Settings { get; } =
    [
        "leads.response-minutes", "leads.hours", "leads.inbound-sources", "leads.first-attempt-days", "leads.second-attempt-days",
        "leads.fields.first-touch", "leads.fields.handed-over-on", "leads.fields.attempts", "leads.fields.no-reply-reason",
        "business.holidays", "business.time-zone",
    ];

    public RuleOutcome Apply(LeadCase lead)
    {
        if ((Untouched(lead) ?? Untried(lead)) is { } late)
            return new Finding(Id, Severity, late);
        return lead.KnowsFirstTouch ? RuleOutcome.Clear : RuleOutcome.NotRun;
    }

    private static Explanation? Untouched(LeadCase lead)
    {
        if (!lead.KnowsFirstTouch || !IsInbound(lead))
            return null;
        var due = lead.Settings.Hours.After(lead.Lead.CreatedAt, TimeSpan.FromMinutes(lead.Settings.ResponseMinutes), lead.Policy.Business, lead.Policy.TimeZone);
        var touched = lead.Lead.FirstTouchAt;
        if ((touched ?? lead.Now) <= due)
            return null;
        return new Explanation
        {
            Message = $"It came in on {Time(lead.Lead.CreatedAt, lead)} and was to be touched by {Time(due, lead)}; {(touched is { } at ? $"the first touch was on {Time(at, lead)}" : "nobody has")}.",
            Evidence = [new Evidence(lead.Settings.Fields.FirstTouch ?? "first touch", FieldValue.Of(touched), FieldValue.Of($"by {Time(due, lead)}"))],
        };
    }

    private static Explanation? Untried(LeadCase lead)
    {
        if (lead.Lead is not { HandedOverOn: { } handedOver, Attempts: var attempts and not > 1 } || lead.Settings.Fields.Attempts is null || !string.IsNullOrWhiteSpace(lead.Lead.NoReplyReason))
            return null;
        var days = attempts is 1 ? lead.Settings.SecondAttemptDays : lead.Settings.FirstAttemptDays;
        var due = lead.Policy.Business.AddBusinessDays(handedOver, days);
        if (lead.Today <= due)
            return null;
        return new Explanation
        {
            Message = $"Handed over on {Sentences.Date(handedOver)}: the {(attempts is 1 ? "second" : "first")} attempt was due on {Sentences.Date(due)}, and no reason says that nothing more is tried.",
            Evidence = [new Evidence(lead.Settings.Fields.Attempts, FieldValue.Of((decimal?)attempts), FieldValue.Of(attempts is 1 ? 2m : 1m))],
        };
    }

    private static bool IsInbound(LeadCase lead) =>
        lead.Settings.InboundSources.Count == 0 || lead.Settings.InboundSources.Contains(lead.Lead.Source, StringComparer.OrdinalIgnoreCase);

    private static string Time(DateTimeOffset at, LeadCase lead) =>
        TimeZoneInfo.ConvertTime(at, lead.Policy.TimeZone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
