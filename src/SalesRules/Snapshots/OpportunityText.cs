namespace SalesRules.Snapshots;

/// <summary>Turns the text cells of one row into a snapshot; an empty cell is null.</summary>
public static class OpportunityText
{
    /// <param name="columns">The field of each cell; null for a column that means nothing to us.</param>
    /// <exception cref="SnapshotFormatException">A cell is not of its field's type, or the Id is missing or wrong.</exception>
    public static Opportunity Read(IReadOnlyList<OpportunityField?> columns, IReadOnlyList<string> cells)
    {
        var opportunity = new Opportunity();
        for (var index = 0; index < cells.Count; index++)
        {
            if (columns[index] is not { } field)
                continue;
            var cell = field.Type is SalesforceFieldType.Text or SalesforceFieldType.LongText ? cells[index] : cells[index].Trim();
            if (cell.Length > 0)
                field.ReadText(cell, opportunity);
        }

        return opportunity.Id == default
            ? throw new SnapshotFormatException("Id: missing; every opportunity needs its Id of 15 or 18 characters")
            : opportunity;
    }
}
