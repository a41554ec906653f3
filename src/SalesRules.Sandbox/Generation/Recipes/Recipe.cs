using System.Runtime.CompilerServices;
using SalesRules.Sandbox.Generation.Deals;

namespace SalesRules.Sandbox.Generation.Recipes;

/// <summary>
/// A way in which a deal breaks a rule. The deal is made sound in the recipe's shape first and then spoilt, so that it breaks
/// what the recipe says and little else. Its name stands in the deal's Description, where people and tests find it.
/// </summary>
public sealed partial class Recipe
{
    private Recipe(string name, IReadOnlyList<string> rules, DealShape shape, Action<Deal, RecipeContext> spoil)
    {
        Name = name;
        Rules = rules;
        Shape = shape;
        Spoil = spoil;
    }

    /// <summary>The name of the property that holds the recipe.</summary>
    public string Name { get; }

    /// <summary>Ids of the rules that such a deal breaks under the default policy.</summary>
    public IReadOnlyList<string> Rules { get; }

    /// <summary>What the deal's Description says.</summary>
    public string Description => $"Sample deal {Name}: breaks {string.Join(", ", Rules)}.";

    internal DealShape Shape { get; }
    internal Action<Deal, RecipeContext> Spoil { get; }

    public override string ToString() => Name;

    private static Recipe Of(
        string[] rules, string stage, string category, Action<Deal, RecipeContext> spoil, Motion motion = Motion.NewBusiness,
        [CallerMemberName] string name = "") => new(name, rules, new DealShape(motion, stage, category), spoil);
}
