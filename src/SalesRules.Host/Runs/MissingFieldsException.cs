namespace SalesRules.Host.Runs;

/// <summary>Schema drift that leaves nothing to decide by: fields that every opportunity has are gone or hidden from our user.</summary>
internal sealed class MissingFieldsException(IReadOnlyList<string> fields)
    : Exception($"Opportunity has no field {string.Join(", ", fields)} that our user can see. Without it nothing can be decided: nothing was decided and nothing written. "
        + "Give the integration user the permission set SalesRules_Integration, and read access to Opportunity.")
{
    public IReadOnlyList<string> Fields { get; } = fields;
}
