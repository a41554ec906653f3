using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

internal sealed class LeadHoursSection : Section<BusinessHours>
{
    private static readonly BusinessHours Defaults = new LeadPolicy().Hours;

    private static readonly Key<int> From = new("from", new WholeNumberShape(0, 23), Defaults.From, "The hour at which business time begins.");

    private static readonly Key<int> To = new("to", new WholeNumberShape(1, 24), Defaults.To, "The hour at which it ends; not later than it begins: there is no business time.");

    public override IReadOnlyList<Key> Keys { get; } = [From, To];

    protected override BusinessHours Build(SectionValues values) => new(values.Get(From), values.Get(To));
}
