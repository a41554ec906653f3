using SalesRules.Expressions.Compilation;
using SalesRules.Policies;

namespace SalesRules.Expressions.Functions;

/// <summary>"By X" and "past X" of the rule catalogue; unknown where the policy does not know the stage.</summary>
internal static class StageFunctions
{
    public static Term By(IReadOnlyList<Term> arguments)
    {
        var type = StageTypes.Parse(arguments[0].Constant!);
        return Terms.TrueFalse(deal => deal.Stage is null ? null : deal.IsBy(type));
    }

    public static Term Past(IReadOnlyList<Term> arguments)
    {
        var type = StageTypes.Parse(arguments[0].Constant!);
        return Terms.TrueFalse(deal => deal.Stage is null ? null : deal.IsPast(type));
    }
}
