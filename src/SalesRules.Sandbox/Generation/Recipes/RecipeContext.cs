using SalesRules.Sandbox.Generation.People;

namespace SalesRules.Sandbox.Generation.Recipes;

/// <summary>What a recipe may draw on while it spoils a deal.</summary>
internal sealed record RecipeContext(SampleCalendar Calendar, Staff Staff, Chance Chance)
{
    public DateOnly Day(int fromToday) => Calendar.Day(fromToday);
}
