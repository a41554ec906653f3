using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

internal sealed class ClosingSection : Section<ClosingPolicy>
{
    private static readonly ClosingPolicy Defaults = new();

    private static readonly WholeNumberShape Days = new(0, 1000);

    private static readonly Key<int> WeekDays = new("week-days", Days, Defaults.WeekDays,
        "The closing week begins so many days before the close date.");

    private static readonly Key<int> CommitHighDays = new("commit-high-days", Days, Defaults.CommitHighDays,
        "In Commit an overdue item weighs high from so many days before the close date.");

    private static readonly Key<IReadOnlyList<ClosingItem>> Checklist = new("checklist", new ListShape<ClosingItem>(new ClosingItemSection(), item => item.Name, StringComparer.OrdinalIgnoreCase, nameKey: "name"), Defaults.Checklist,
        "What is to be ticked in Close_Checklist__c by when. Replaces the default list as a whole.");

    private static readonly Key<IReadOnlyList<string>> LegalQuestion = new("legal-question", new ListShape<string>(new TextShape(TextShape.SalesforceLength), text => text, StringComparer.OrdinalIgnoreCase), [.. Defaults.LegalQuestion],
        "The values of Legal_Status__c in which a question of the customer's lawyers is open.");

    private static readonly Key<int> LegalReplyDays = new("legal-reply-days", Days, Defaults.LegalReplyDays,
        "A legal question is answered within so many business days.");

    private static readonly Key<IReadOnlyList<string>> DeskApprovals = new("desk-approvals", new ListShape<string>(new TextShape(TextShape.SalesforceLength), text => text, StringComparer.OrdinalIgnoreCase), [.. Defaults.DeskApprovals],
        "The values of Desk_Decision__c by which a proposal may go on.");

    private static readonly Key<IReadOnlyList<ChecklistItem>> Handoff = new("handoff", ChecklistItemSection.List(), Defaults.Handoff,
        "The checklist of the hand-off at close won. Replaces the default list as a whole.");

    private static readonly Key<int> HandoffDays = new("handoff-days", Days, Defaults.HandoffDays,
        "Hand-offs are asked for so many days after the close.");

    private static readonly Key<int> KickoffDays = new("kickoff-days", Days, Defaults.KickoffDays,
        "The kickoff has a date within so many business days after the close.");

    public override IReadOnlyList<Key> Keys { get; } =
    [
        WeekDays,
        CommitHighDays,
        Checklist,
        LegalQuestion,
        LegalReplyDays,
        DeskApprovals,
        Handoff,
        HandoffDays,
        KickoffDays,
    ];

    protected override ClosingPolicy Build(SectionValues values) => new()
    {
        WeekDays = values.Get(WeekDays),
        CommitHighDays = values.Get(CommitHighDays),
        Checklist = values.Get(Checklist),
        LegalQuestion = values.Get(LegalQuestion).ToHashSet(StringComparer.OrdinalIgnoreCase),
        LegalReplyDays = values.Get(LegalReplyDays),
        DeskApprovals = values.Get(DeskApprovals).ToHashSet(StringComparer.OrdinalIgnoreCase),
        Handoff = values.Get(Handoff),
        HandoffDays = values.Get(HandoffDays),
        KickoffDays = values.Get(KickoffDays),
    };
}
