namespace SalesRules.Host.Evaluation;

/// <summary>The records of a report below its heading, without its footer. What may be one is held back until it is known whether rows follow.</summary>
internal sealed class FooterlessRecords(CsvRecords records, ReportFooter footer)
{
    private readonly Queue<CsvRecord> heldBack = new();

    public CsvRecord Current { get; private set; }

    /// <summary>Records of the footer that were left out; known at the end.</summary>
    public int FooterLines { get; private set; }

    /// <summary>Goes to the next record; false at the end.</summary>
    public bool Next()
    {
        if (heldBack.Count == 0 && TakeNext(out var record))
        {
            heldBack.Enqueue(record);
            if (footer.MayHold(record))
                HoldBackRest();
        }

        if (!heldBack.TryDequeue(out var next))
            return false;
        Current = next;
        return true;
    }

    /// <summary>Reads on to the first record that no footer holds, or to the end, where the footer is taken off.</summary>
    private void HoldBackRest()
    {
        while (heldBack.Count <= ReportFooter.MostRecords)
        {
            if (!TakeNext(out var record))
            {
                TakeOffFooter();
                return;
            }

            heldBack.Enqueue(record);
            if (!footer.MayHold(record))
                return;
        }
    }

    private void TakeOffFooter()
    {
        var last = heldBack.ToArray();
        FooterLines = footer.CountOf(last);
        heldBack.Clear();
        foreach (var row in last[..^FooterLines])
            heldBack.Enqueue(row);
    }

    private bool TakeNext(out CsvRecord record)
    {
        var isThere = records.Next();
        record = isThere ? new CsvRecord(records.Line, records.Current, records.IsBroken, records.IsAfterBlank) : default;
        return isThere;
    }
}
