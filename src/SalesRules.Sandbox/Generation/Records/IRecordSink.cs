namespace SalesRules.Sandbox.Generation.Records;

/// <summary>Where generated records go. A test collects them; the sandbox puts them into its org.</summary>
internal interface IRecordSink
{
    /// <summary>A new id for a record of this object.</summary>
    string NewId(string objectName);

    /// <summary>Takes a record as it is to stand: its id, read-only fields and stamps included.</summary>
    void Add(string objectName, Dictionary<string, object?> values);
}
