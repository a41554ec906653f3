using System.Globalization;

namespace SalesRules.Host.Evaluation;

/// <summary>Counts the cells that could not be read by column and reason, never their values: those are customers' and stay out of logs.</summary>
internal sealed class UnreadCells
{
    private const int MostShown = 20;

    private readonly Dictionary<(string Column, string Reason), (long Count, long FirstLine)> cells = [];

    public void Add(string column, string reason, long line)
    {
        var (count, first) = cells.GetValueOrDefault((column, reason), (0, line));
        cells[(column, reason)] = (count + 1, first);
    }

    /// <summary>A sentence for each column and reason, the most frequent first.</summary>
    public IEnumerable<string> Describe() => cells
        .OrderByDescending(cell => cell.Value.Count)
        .ThenBy(cell => cell.Value.FirstLine)
        .Take(MostShown)
        .Select(cell => string.Create(
            CultureInfo.InvariantCulture,
            $"Column {cell.Key.Column}: {cell.Value.Count:N0} {(cell.Value.Count == 1 ? "cell" : "cells")} could not be read, first on line {cell.Value.FirstLine}: {cell.Key.Reason}."));
}
