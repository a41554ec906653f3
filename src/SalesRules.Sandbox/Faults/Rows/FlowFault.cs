using SalesRules.Sandbox.Faults.Scripts;
using SalesRules.Sandbox.Saving;

namespace SalesRules.Sandbox.Faults.Rows;

/// <summary>
/// A flow of the org changes the row in the same transaction, right after it was saved: the reply says success, and the row says
/// something else.
/// </summary>
public sealed record FlowFault : RowFault
{
    /// <summary>Fields that the flow gives values of its own.</summary>
    public IReadOnlyDictionary<string, object?> Values { get; init; } = new Dictionary<string, object?>();

    /// <summary>Fields that the flow gives back the value they had before the save.</summary>
    public IReadOnlyList<string> SetBack { get; init; } = [];

    /// <summary>What the flow makes of the row; the errors of a flow whose own values the org refuses.</summary>
    internal SaveResult Run(OrgTransaction transaction, RowSave row)
    {
        var values = new Dictionary<string, object?>(Values, StringComparer.OrdinalIgnoreCase);
        foreach (var field in SetBack)
            values[field] = row.Before?[field];
        return transaction.Update(row.Type.Name, row.Id!, values);
    }

    internal override void Check(FaultProblems problems)
    {
        base.Check(problems);
        if (Values.Count == 0 && SetBack.Count == 0)
            problems.Add(nameof(Values), "is required, or setBack: the fields that the flow changes");
        problems.Require("where.object", Where.ObjectName);
        problems.CheckWritable(nameof(Values), Where.ObjectName, Values.Keys);
        problems.CheckWritable(nameof(SetBack), Where.ObjectName, SetBack);
    }
}
