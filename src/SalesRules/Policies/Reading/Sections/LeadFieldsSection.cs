using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

internal sealed class LeadFieldsSection : Section<LeadFields>
{
    private static readonly Key<string?> Fit = new("fit", new ApiNameShape(), null, "How well the lead fits, a number from 0 to 10.");

    private static readonly Key<string?> Intent = new("intent", new ApiNameShape(), null, "How much it intends to buy, a number from 0 to 10.");

    private static readonly Key<string?> FirstTouch = new("first-touch", new ApiNameShape(), null,
        "When somebody first did something about it, a date with time. null: its first completed task or event tells.");

    private static readonly Key<string?> HandedOverOn = new("handed-over-on", new ApiNameShape(), null, "When it was handed to sales, a date.");

    private static readonly Key<string?> Attempts = new("attempts", new ApiNameShape(), null, "How often sales has tried to reach it, a number.");

    private static readonly Key<string?> NoReplyReason = new("no-reply-reason", new ApiNameShape(), null, "Why nothing more is tried.");

    public override IReadOnlyList<Key> Keys { get; } = [Fit, Intent, FirstTouch, HandedOverOn, Attempts, NoReplyReason];

    protected override LeadFields Build(SectionValues values) => new()
    {
        Fit = values.Get(Fit),
        Intent = values.Get(Intent),
        FirstTouch = values.Get(FirstTouch),
        HandedOverOn = values.Get(HandedOverOn),
        Attempts = values.Get(Attempts),
        NoReplyReason = values.Get(NoReplyReason),
    };
}
