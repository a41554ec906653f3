using SalesRules.Policies.Reading.Shapes;
using SalesRules.Snapshots;

namespace SalesRules.Policies.Reading.Sections;

internal sealed class LeadsSection : Section<LeadPolicy>
{
    private static readonly LeadPolicy Defaults = new();

    private static readonly Key<bool> Enabled = new("enabled", new TrueFalseShape(), Defaults.Enabled, "Whether leads are read at all.");

    private static readonly Key<int> Days = new("days", new WholeNumberShape(1, 366), Defaults.Days, "Leads that were created within so many days are looked at.");

    private static readonly Key<int> High = new("high", new WholeNumberShape(0, 10), Defaults.High, "Fit and intent from here on are high.");

    private static readonly Key<int> Medium = new("medium", new WholeNumberShape(0, 10), Defaults.Medium, "Fit and intent from here on are medium; below it they are low.");

    private static readonly Key<int> ResponseMinutes = new("response-minutes", new WholeNumberShape(1, 10_000), Defaults.ResponseMinutes,
        "An inbound lead is touched within so many minutes of business time.");

    private static readonly Key<BusinessHours> Hours = new("hours", new LeadHoursSection(), Defaults.Hours, "The hours of a business day, in the business time zone.");

    private static readonly Key<IReadOnlyList<string>> InboundSources = new("inbound-sources",
        new ListShape<string>(new TextShape(TextShape.SalesforceLength, "value of LeadSource"), source => source, StringComparer.OrdinalIgnoreCase), Defaults.InboundSources,
        "The values of LeadSource that are inbound. Empty: all are.");

    private static readonly Key<int> FirstAttemptDays = new("first-attempt-days", new WholeNumberShape(0, 100), Defaults.FirstAttemptDays,
        "Business days from the hand-over to the first attempt.");

    private static readonly Key<int> SecondAttemptDays = new("second-attempt-days", new WholeNumberShape(0, 100), Defaults.SecondAttemptDays,
        "Business days from the hand-over to the second attempt.");

    private static readonly Key<SalesforceId?> DefaultOwner = new("default-owner", new OptionalShape<SalesforceId>(new UserIdShape()), null,
        "Who gets a lead in a queue that nothing routes. null: it stays there and is flagged.");

    private static readonly Key<IReadOnlyList<SalesforceId>> RoundRobin = new("round-robin",
        new ListShape<SalesforceId>(new UserIdShape(), user => user.Value, StringComparer.Ordinal), [],
        "The users who take the other leads of the queues in turn. Empty: none is assigned.");

    private static readonly Key<LeadFields> Fields = new("fields", new LeadFieldsSection(), new LeadFields(),
        "The org's API names of a lead's inputs; null for one that the org has not: the rules that need it do not run.");

    public override IReadOnlyList<Key> Keys { get; } =
        [Enabled, Days, High, Medium, ResponseMinutes, Hours, InboundSources, FirstAttemptDays, SecondAttemptDays, DefaultOwner, RoundRobin, Fields];

    protected override LeadPolicy Build(SectionValues values)
    {
        if (values.Get(Medium) > values.Get(High))
            values.Refuse("medium is above high, so nothing would be medium; expected the lower number of points to be medium");
        if (values.Get(FirstAttemptDays) > values.Get(SecondAttemptDays))
            values.Refuse("first-attempt-days is more than second-attempt-days; expected the first attempt before the second");
        return new LeadPolicy
        {
            Enabled = values.Get(Enabled),
            Days = values.Get(Days),
            High = values.Get(High),
            Medium = values.Get(Medium),
            ResponseMinutes = values.Get(ResponseMinutes),
            Hours = values.Get(Hours),
            InboundSources = values.Get(InboundSources),
            FirstAttemptDays = values.Get(FirstAttemptDays),
            SecondAttemptDays = values.Get(SecondAttemptDays),
            DefaultOwner = values.Get(DefaultOwner),
            RoundRobin = values.Get(RoundRobin),
            Fields = values.Get(Fields),
        };
    }
}
