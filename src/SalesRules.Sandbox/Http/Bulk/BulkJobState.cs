namespace SalesRules.Sandbox.Http.Bulk;

/// <summary>The life of a bulk job, in Salesforce's words; the last three are ends.</summary>
internal enum BulkJobState
{
    Open,
    UploadComplete,
    InProgress,
    JobComplete,
    Failed,
    Aborted,
}
