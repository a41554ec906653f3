using SalesRules.Sandbox.Saving;

namespace SalesRules.Sandbox.Faults.Rows;

/// <summary>The user may not save the row: INSUFFICIENT_ACCESS_OR_READONLY. Without a narrower target, a whole batch loses its permission.</summary>
public sealed record PermissionErrorFault : RefusedRowFault
{
    /// <summary>
    /// The row refers to one the user may not see: INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY names this id. Null: the row itself.
    /// </summary>
    public string? CrossReference { get; init; }

    internal override SaveError ErrorOf(RowSave row) => CrossReference is null
        ? new SaveError("INSUFFICIENT_ACCESS_OR_READONLY", "insufficient access rights on object id")
        : new SaveError("INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY", $"insufficient access rights on cross-reference id: {CrossReference}");
}
