using System.Globalization;
using System.Text.RegularExpressions;
using SalesRules.Snapshots;

namespace SalesRules.Host.Evaluation;

/// <summary>
/// Counts the cells that can be read and are doubtful all the same: a number out of its field's range, a category that is none, an amount
/// whose only mark may separate thousands. They count as they stand, which is told; never their values.
/// </summary>
internal sealed partial class DoubtfulCells
{
    private const int LongestAmount = 40;
    private const string AmountWithPoint = "three digits behind the only point, which is read as 1.250 is: one and a quarter; where points separate thousands, say --decimal comma";
    private const string AmountWithComma = "three digits behind the only comma, which is read as 1,250 is under --decimal comma: one and a quarter; where commas separate thousands, leave that option out";

    private static readonly OpportunityField Category = OpportunityFields.Get("ForecastCategoryName");

    private readonly List<(string Heading, OpportunityField Field)> ranged = [];
    private readonly Dictionary<(string Column, string Reason), (long Count, long FirstLine)> cells = [];
    private readonly DecimalMark mark;
    private readonly string? category;

    public DoubtfulCells(IReadOnlyList<string> headings, IReadOnlyList<OpportunityField?> columns, DecimalMark mark)
    {
        this.mark = mark;
        for (var index = 0; index < columns.Count; index++)
        {
            if (columns[index] is { } field && field.HasRange)
                ranged.Add((headings[index], field));
            if (columns[index] == Category)
                category = headings[index];
        }
    }

    /// <summary>An amount as it stands in the file: 1.250 may be one and a quarter, or twelve hundred and fifty.</summary>
    public void SeeAmount(string heading, string cell, long line)
    {
        if (cell.Length is >= 5 and <= LongestAmount && (mark == DecimalMark.Point ? OnePoint() : OneComma()).IsMatch(cell))
            Add(heading, mark == DecimalMark.Point ? AmountWithPoint : AmountWithComma, line);
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
            $"Column {cell.Key.Column}: {cell.Value.Count:N0} {(cell.Value.Count == 1 ? "cell is" : "cells are")} doubtful, first on line {cell.Value.FirstLine}: {cell.Key.Reason}."));

    private void Add(string heading, string reason, long line)
    {
        var (count, first) = cells.GetValueOrDefault((heading, reason), (0, line));
        cells[(heading, reason)] = (count + 1, first);
    }

    private static string Expected(OpportunityField field) => string.Create(
        CultureInfo.InvariantCulture,
        $"expected {(field.Most == int.MaxValue ? $"{field.Least} or more" : $"{field.Least} to {field.Most}")}; it counts as it stands");

    [GeneratedRegex(@"(?<![0-9.,'’])[0-9]{1,3}\.[0-9]{3}(?![0-9.,'’])", RegexOptions.CultureInvariant)]
    private static partial Regex OnePoint();

    [GeneratedRegex(@"(?<![0-9.,'’])[0-9]{1,3},[0-9]{3}(?![0-9.,'’])", RegexOptions.CultureInvariant)]
    private static partial Regex OneComma();
}
