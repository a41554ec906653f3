using SalesRules.Policies.Reading.Shapes;
using SalesRules.Snapshots;

namespace SalesRules.Policies.Reading.Sections;

internal sealed class ChangeBudgetSection : Section<ChangeBudget>
{
    private const int Most = 1_000_000;

    private static readonly ChangeBudget Defaults = new();

    private static readonly Key<decimal?> OpenDeals = new("open-deals", new OptionalShape<decimal>(new PercentShape()), Defaults.OpenDeals,
        "The most deals that a run may correct, in per cent of the open ones. null: no limit.");

    private static readonly Key<decimal?> MoneyMoved = new("money-moved", new OptionalShape<decimal>(new PercentShape()), Defaults.MoneyMoved,
        "The most money that may leave a forecast category, in per cent of the open money in it. null: no limit.");

    private static readonly Key<int?> DealsPerOwner = new("deals-per-owner", new OptionalShape<int>(new WholeNumberShape(1, Most)), Defaults.DealsPerOwner,
        "The most deals of one owner that a run may correct. null: no limit.");

    private static readonly Key<int?> Leads = new("leads", new OptionalShape<int>(new WholeNumberShape(1, Most)), Defaults.Leads,
        "The most leads that a run may give an owner. null: no limit.");

    private static readonly Key<int> SmallRun = new("small-run", new WholeNumberShape(0, Most), Defaults.SmallRun,
        "A run that corrects at most this many deals is within open-deals and money-moved, however few deals are open; one that plans at most this many needs no canary.");

    private static readonly Key<decimal?> CanaryPercent = new("canary-percent", new OptionalShape<decimal>(new PercentShape()), Defaults.CanaryPercent,
        "First this share of the planned records is written, read again and decided again, in per cent; only if they stand as planned do the others follow. null: all at once.");

    private static readonly Key<IReadOnlyList<SalesforceId>> CanaryTeam = new("canary-team",
        new ListShape<SalesforceId>(new UserIdShape(), id => id.Value, StringComparer.Ordinal), Defaults.CanaryTeam,
        "First the deals of these users, and of those whom they manage, are written and checked in the same way. User ids, 15 or 18 characters.");

    public override IReadOnlyList<Key> Keys { get; } = [OpenDeals, MoneyMoved, DealsPerOwner, Leads, SmallRun, CanaryPercent, CanaryTeam];

    protected override ChangeBudget Build(SectionValues values) => new()
    {
        OpenDeals = values.Get(OpenDeals),
        MoneyMoved = values.Get(MoneyMoved),
        DealsPerOwner = values.Get(DealsPerOwner),
        Leads = values.Get(Leads),
        SmallRun = values.Get(SmallRun),
        CanaryPercent = values.Get(CanaryPercent),
        CanaryTeam = values.Get(CanaryTeam),
    };
}
