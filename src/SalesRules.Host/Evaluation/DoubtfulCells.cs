using System.Globalization;
using SalesRules.Snapshots;

namespace SalesRules.Host.Evaluation;

/// <summary>
/// Counts the cells that can be read and mean nothing: a number out of its field's range, a category that is none. They count as they
/// stand, which is told; never their values.
/// </summary>
internal sealed class DoubtfulCells
{
    private static readonly OpportunityField Category = OpportunityFields.Get("ForecastCategoryName");

    private readonly List<(string Heading, OpportunityField Field)> ranged = [];
    private readonly Dictionary<(string Column, string Reason), (long Count, long FirstLine)> cells = [];
    private readonly string? category;

    public DoubtfulCells(IReadOnlyList<string> headings, IReadOnlyList<OpportunityField?> columns)
    {
        for (var index = 0; index < columns.Count; index++)
        {
            if (columns[index] is { } field && field.HasRange)
                ranged.Add((headings[index], field));
            if (columns[index] == Category)
                category = headings[index];
        }
    }

    public Opportunity See(Opportunity opportunity, long line)
    {
        foreach (var (heading, field) in ranged)
        {
            if (field.IsOutOfRange(opportunity))
                Add(heading, Expected(field), line);
        }

        if (category is not null && opportunity is { ForecastCategoryName: not null, Category: null })
            Add(category, $"expected one of {string.Join(", ", ForecastCategories.AllNames)}; the rules of the forecast do not run there", line);
        return opportunity;
    }

    /// <summary>A sentence for each column, in the order of the first lines.</summary>
    public IEnumerable<string> Describe() => cells
        .OrderBy(cell => cell.Value.FirstLine)
        .Select(cell => string.Create(
            CultureInfo.InvariantCulture,
            $"Column {cell.Key.Column}: {cell.Value.Count:N0} {(cell.Value.Count == 1 ? "cell means" : "cells mean")} nothing there, first on line {cell.Value.FirstLine}: {cell.Key.Reason}."));

    private void Add(string heading, string reason, long line)
    {
        var (count, first) = cells.GetValueOrDefault((heading, reason), (0, line));
        cells[(heading, reason)] = (count + 1, first);
    }

    private static string Expected(OpportunityField field) => string.Create(
        CultureInfo.InvariantCulture,
        $"expected {(field.Most == int.MaxValue ? $"{field.Least} or more" : $"{field.Least} to {field.Most}")}; it counts as it stands");
}
