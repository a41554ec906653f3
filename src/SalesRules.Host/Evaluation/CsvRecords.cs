using System.Text;

namespace SalesRules.Host.Evaluation;

/// <summary>
/// Cuts a CSV text into records, so that one broken record cannot swallow those behind it: a quote that is opened and not
/// closed within <see cref="MostLines"/> lines or <see cref="LongestRecord"/> characters breaks only the line it stands on.
/// </summary>
internal sealed class CsvRecords(TextReader text)
{
    public const int MostLines = 500;
    public const int LongestRecord = 1024 * 1024;

    /// <summary>Lines that were read while looking for a closing quote that never came.</summary>
    private readonly Queue<string> putBack = new();
    private readonly StringBuilder record = new();
    private long nextLine = 1;

    /// <summary>The line, from 1, on which the present record begins.</summary>
    public long Line { get; private set; }

    /// <summary>The present record without its line end.</summary>
    public string Current { get; private set; } = "";

    /// <summary>Whether a quote of the present record is never closed.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Whether a blank line stands before the present record.</summary>
    public bool IsAfterBlank { get; private set; }

    /// <summary>Goes to the next record that is not blank; false at the end.</summary>
    public bool Next()
    {
        IsAfterBlank = false;
        while (TakeLine() is { } first)
        {
            Line = nextLine++;
            if (string.IsNullOrWhiteSpace(first))
            {
                IsAfterBlank = true;
                continue;
            }

            Current = first;
            IsBroken = false;
            if (HasOpenQuote(first))
                TakeUntilClosed(first);
            return true;
        }

        return false;
    }

    private void TakeUntilClosed(string first)
    {
        var further = new List<string>();
        record.Clear().Append(first);
        while (further.Count < MostLines && record.Length <= LongestRecord && TakeLine() is { } line)
        {
            further.Add(line);
            record.Append('\n').Append(line);
            if (!HasOpenQuote(line))
                continue;

            // The line has an odd number of quotes: it closes the one that was open.
            nextLine += further.Count;
            Current = record.ToString();
            return;
        }

        IsBroken = true;
        PutBack(further);
    }

    private void PutBack(List<string> lines)
    {
        var behind = putBack.ToArray();
        putBack.Clear();
        foreach (var line in lines.Concat(behind))
            putBack.Enqueue(line);
    }

    private string? TakeLine() => putBack.Count > 0 ? putBack.Dequeue() : text.ReadLine();

    private static bool HasOpenQuote(string line) => line.AsSpan().Count('"') % 2 == 1;
}
