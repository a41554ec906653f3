using SalesRules.Sandbox.Faults.Calls;
using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Faults.Rows;

/// <summary>One row being saved, as faults see it.</summary>
/// <param name="Verb">Insert, update or delete.</param>
/// <param name="Type">Its object.</param>
/// <param name="Id">Its id; null until a new row has one.</param>
/// <param name="Before">What stood there; null for a new row.</param>
/// <param name="Call">The call that saves it; null for a save from within the process.</param>
internal sealed record RowSave(FaultOperation Verb, SObjectType Type, string? Id, Record? Before, SandboxCall? Call)
{
    /// <summary>What was sent for the row.</summary>
    public IReadOnlyDictionary<string, object?> Sent { get; init; } = new Dictionary<string, object?>();

    /// <summary>Tells the row from others: its id or, of a new row, what was sent for it, so that a second try is the same row.</summary>
    public string Key =>
        Id ?? string.Join('\n', Sent.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}={value.Value}"));

    public override string ToString() => $"{Type.Name} {Id ?? "(new)"}";
}
