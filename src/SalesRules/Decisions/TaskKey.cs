using System.Globalization;
using SalesRules.Snapshots;

namespace SalesRules.Decisions;

/// <summary>
/// The idempotency key of a task: rule, record, part and episode (catalogue section 13). At most one open task has a key,
/// whatever is retried, restarted or run twice.
/// </summary>
public static class TaskKey
{
    /// <summary>pov.deferred:006...:O:1; the part is "-" where the rule makes one task.</summary>
    public static string Of(string rule, SalesforceId record, string part, int episode) =>
        string.Create(CultureInfo.InvariantCulture, $"{rule}:{record}:{(part.Length == 0 ? "-" : part)}:{episode}");

    /// <summary>Reads a key back; false for a text that is none of ours.</summary>
    public static bool TryParse(string? key, out (string Rule, SalesforceId Record, string Part, int Episode) parts)
    {
        parts = default;
        var pieces = (key ?? "").Split(':');
        if (pieces.Length != 4 || !SalesforceId.TryParse(pieces[1], out var record)
            || !int.TryParse(pieces[3], NumberStyles.None, CultureInfo.InvariantCulture, out var episode))
            return false;
        parts = (pieces[0], record, pieces[2] == "-" ? "" : pieces[2], episode);
        return true;
    }
}
