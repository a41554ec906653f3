using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

internal sealed class OverridesSection : Section<OverridePolicy>
{
    private static readonly OverridePolicy Defaults = new();

    private static readonly Key<int> MaximumDays = new("maximum-days", new WholeNumberShape(1, 365), Defaults.MaximumDays,
        "A hold ends at most this many days after it was set.");

    private static readonly Key<IReadOnlyList<string>> Roles = new("roles",
        new ListShape<string>(new TextShape(TextShape.SalesforceLength, "role name"), role => role, StringComparer.Ordinal),
        [.. Defaults.Roles],
        "Roles whose users may hold any deal's category, beside the managers of its owner.");

    private static readonly Key<int> TugOfWarRounds = new("tug-of-war-rounds", new WholeNumberShape(1, 100), Defaults.TugOfWarRounds,
        "A correction that was made this often and set back each time, while no score changed, is not made again; who set it back is named.");

    public override IReadOnlyList<Key> Keys { get; } = [MaximumDays, Roles, TugOfWarRounds];

    protected override OverridePolicy Build(SectionValues values) => new()
    {
        MaximumDays = values.Get(MaximumDays),
        Roles = values.Get(Roles).ToHashSet(),
        TugOfWarRounds = values.Get(TugOfWarRounds),
    };
}
