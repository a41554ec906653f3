namespace SalesRules.Host.Runs;

/// <summary>Schema drift: fields that the policy's map names but that our user does not see. Null is never taken for them.</summary>
internal sealed class MissingFieldsException(IReadOnlyList<string> fields)
    : Exception($"Opportunity has no field {string.Join(", ", fields)} that our user can see: nothing was decided. "
        + "Deploy deploy/salesforce, give the integration user the permission set SalesRules_Integration, or map the field to null in the policy's section fields if your org does without it.")
{
    public IReadOnlyList<string> Fields { get; } = fields;
}
