namespace SalesRules.Sandbox.Schema;

/// <summary>A record type as describe lists it. The sandbox org has only the master record type of each object.</summary>
public sealed record RecordTypeInfo(string Id, string Name, string DeveloperName, bool Master)
{
    /// <summary>The record type that every object has before an administrator makes one.</summary>
    public static RecordTypeInfo MasterType { get; } = new("012000000000000AAA", "Master", "Master", true);
}
