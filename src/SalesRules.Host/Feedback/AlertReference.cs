namespace SalesRules.Host.Feedback;

/// <summary>An alert as links name it: with its org, which is empty for what belongs to none.</summary>
internal readonly record struct AlertReference(string OrgId, string Key)
{
    /// <summary>Null: it is none.</summary>
    public static AlertReference? Parse(string text) => text.Split('/', 2) is [var orgId, { Length: > 0 } key] ? new(orgId, key) : null;

    public override string ToString() => $"{OrgId}/{Key}";
}
