namespace SalesRules.Host.Runs;

/// <summary>What a run has to say about single records, one sentence each: refused, unreadable, moved or left alone. The first are kept, all are counted.</summary>
internal sealed class RunNotes
{
    private const int Kept = 100;

    private readonly List<string> lines = [];

    public IReadOnlyList<string> Lines => lines;

    /// <summary>How many more there were.</summary>
    public int NotListed { get; private set; }

    public void Add(string line)
    {
        if (lines.Count < Kept)
            lines.Add(line);
        else
            NotListed++;
    }
}
