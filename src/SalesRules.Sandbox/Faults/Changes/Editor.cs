namespace SalesRules.Sandbox.Faults.Changes;

/// <summary>Who makes a change.</summary>
public enum Editor
{
    /// <summary>A user: LastModifiedDate, LastModifiedById and SystemModstamp move.</summary>
    Person,

    /// <summary>The platform: SystemModstamp alone moves.</summary>
    System,
}
