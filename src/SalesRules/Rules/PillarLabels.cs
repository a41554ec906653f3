using SalesRules.Policies;
using SalesRules.Snapshots;

namespace SalesRules.Rules;

/// <summary>
/// What people call a pillar: on a renewal Quantify reads as the cost of switching (catalogue section 4). Only what people read says so;
/// field names, values on the record and JSON that programs read keep the pillar's own name.
/// </summary>
public static class PillarLabels
{
    private const string CostOfSwitching = "Cost of switching";

    public static string Label(this Pillar pillar, Motion motion) =>
        pillar == Pillar.Quantify && motion == Motion.Renewal ? CostOfSwitching : pillar.Name();
}
