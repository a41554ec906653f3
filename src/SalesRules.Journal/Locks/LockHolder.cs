using System.Diagnostics;
using System.Globalization;
using SalesRules.Journal.Database;

namespace SalesRules.Journal.Locks;

/// <summary>Who holds a journal's lock, for the one that does not get it.</summary>
internal sealed record LockHolder
{
    /// <summary>A holder that could not be read.</summary>
    public static LockHolder Unknown { get; } = new();

    public int ProcessId { get; init; }

    public string ProcessName { get; init; } = "";

    public string Since { get; init; } = "";

    public static LockHolder ThisProcess(TimeProvider clock)
    {
        using var process = Process.GetCurrentProcess();
        return new LockHolder { ProcessId = process.Id, ProcessName = process.ProcessName, Since = Stored.Text(clock.GetUtcNow()) };
    }

    public JournalInUseException Refusal(string journal)
    {
        var who = this == Unknown
            ? "another process"
            : string.Create(CultureInfo.InvariantCulture, $"process {ProcessId} ({ProcessName}) since {Since}");
        return new JournalInUseException(
            $"The journal {journal} is in use by {who}. One process writes to a journal: stop that one, wait for it, or name another file in Journal:ConnectionString.");
    }
}
