namespace SalesRules.Sandbox.Generation.Records;

/// <summary>Adds to the values of a record.</summary>
internal static class RecordValues
{
    /// <summary>The audit fields: made and changed last by whom and when.</summary>
    public static Dictionary<string, object?> Stamp(
        this Dictionary<string, object?> values, string createdBy, DateTimeOffset created, DateTimeOffset? modified = null)
    {
        values["CreatedById"] = createdBy;
        values["CreatedDate"] = created;
        values["LastModifiedById"] = createdBy;
        values["LastModifiedDate"] = modified ?? created;
        values["SystemModstamp"] = modified ?? created;
        return values;
    }

    public static Dictionary<string, object?> With(this Dictionary<string, object?> values, params ReadOnlySpan<(string Field, object? Value)> more)
    {
        foreach (var (field, value) in more)
            values[field] = value;
        return values;
    }
}
