using System.Text.Json.Nodes;
using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

/// <summary>How long each step of a sale takes in one segment.</summary>
internal sealed class DaysLeftSection : Section<DaysLeft>
{
    private static readonly WholeNumberShape Days = new(0, 1000);
    private static readonly OptionalShape<int> MaybeDays = new(Days);
    private static readonly DaysLeft Defaults = DaysLeft.Enterprise;

    private static readonly Key<int> Evaluation = new("technical-evaluation", Days, Defaults.TechnicalEvaluation, "Days of the technical evaluation, before a POV.");
    private static readonly Key<int> Pov = new("pov", Days, Defaults.Pov, "Days of a POV.");
    private static readonly Key<int> Legal = new("legal", Days, Defaults.Legal, "Days of the legal review.");
    private static readonly Key<int> Procurement = new("procurement", Days, Defaults.Procurement, "Days of procurement.");
    private static readonly Key<int> Cfo = new("cfo", Days, Defaults.Cfo, "Days to the CFO's signature.");
    private static readonly Key<int?> FromPov = new("from-pov-start", MaybeDays, Defaults.FromPovStart, "Days from the start of a POV to the signature; null: the sum of the steps.");
    private static readonly Key<int?> InAll = new("in-all", MaybeDays, Defaults.InAll, "The whole sale takes no longer than so many days; null: no such limit.");

    public override IReadOnlyList<Key> Keys { get; } = [Evaluation, Pov, Legal, Procurement, Cfo, FromPov, InAll];

    public override JsonNode Written(DaysLeft value) => new JsonObject
    {
        ["technical-evaluation"] = value.TechnicalEvaluation,
        ["pov"] = value.Pov,
        ["legal"] = value.Legal,
        ["procurement"] = value.Procurement,
        ["cfo"] = value.Cfo,
        ["from-pov-start"] = value.FromPovStart,
        ["in-all"] = value.InAll,
    };

    protected override DaysLeft Build(SectionValues values) => new()
    {
        TechnicalEvaluation = values.Get(Evaluation),
        Pov = values.Get(Pov),
        Legal = values.Get(Legal),
        Procurement = values.Get(Procurement),
        Cfo = values.Get(Cfo),
        FromPovStart = values.Get(FromPov),
        InAll = values.Get(InAll),
    };
}
