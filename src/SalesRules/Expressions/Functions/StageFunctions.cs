using SalesRules.Expressions.Compilation;
using SalesRules.Policies;

namespace SalesRules.Expressions.Functions;

/// <summary>"By X" and "past X" of the rule catalogue; unknown where the policy does not know the stage.</summary>
internal static class StageFunctions
{
    public static Term By(IReadOnlyList<Term> arguments)
    {
        var type = TypeOf(arguments[0].Constant!);
        return Terms.TrueFalse(deal => deal.Stage is null ? null : deal.IsBy(type));
    }

    public static Term Past(IReadOnlyList<Term> arguments)
    {
        var type = TypeOf(arguments[0].Constant!);
        return Terms.TrueFalse(deal => deal.Stage is null ? null : deal.IsPast(type));
    }

    /// <summary>The argument has been checked to name one.</summary>
    private static StageType TypeOf(string name) => StageTypes.All.First(type => type.Name().Equals(name, StringComparison.OrdinalIgnoreCase));
}
