namespace SalesRules.Host.Feedback;

/// <summary>An alert as links name it: with its org, since a journal may hold several.</summary>
internal readonly record struct AlertReference(string OrgId, string Key)
{
    /// <summary>Null: it is none.</summary>
    public static AlertReference? Parse(string text) => text.Split('/', 2) is [{ Length: > 0 } orgId, { Length: > 0 } key] ? new(orgId, key) : null;

    public override string ToString() => $"{OrgId}/{Key}";
}
