namespace SalesRules.Snapshots;

/// <summary>Turns the text cells of one row into a snapshot; an empty cell is null.</summary>
public static class OpportunityText
{
    /// <param name="columns">The field of each cell; null for a column that means nothing to us.</param>
    /// <exception cref="SnapshotFormatException">Cells are not of their fields' types (each is told), or the Id is missing or wrong.</exception>
    public static Opportunity Read(IReadOnlyList<OpportunityField?> columns, IReadOnlyList<string> cells)
    {
        var opportunity = new Opportunity();
        List<SnapshotFormatException>? problems = null;
        for (var index = 0; index < cells.Count; index++)
        {
            if (columns[index] is not { } field)
                continue;
            try
            {
                Read(field, cells[index], opportunity);
            }
            catch (SnapshotFormatException problem)
            {
                (problems ??= []).Add(problem);
            }
        }

        if (problems is not null)
            throw problems.Count == 1 ? problems[0] : new SnapshotFormatException(problems);
        return opportunity.Id == default
            ? throw new SnapshotFormatException("missing; every opportunity needs its Id of 15 or 18 characters").In("Id")
            : opportunity;
    }

    private static void Read(OpportunityField field, string text, Opportunity opportunity)
    {
        var cell = field.Type is SalesforceFieldType.Text or SalesforceFieldType.LongText ? text : text.Trim();
        if (cell.Length > 0)
            field.ReadText(cell, opportunity);
    }
}
