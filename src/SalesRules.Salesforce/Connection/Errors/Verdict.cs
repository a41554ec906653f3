namespace SalesRules.Salesforce.Connection.Errors;

/// <summary>What to do about a failure: one answer for each error code.</summary>
public enum Verdict
{
    /// <summary>It failed in passing: the same call may succeed in seconds.</summary>
    Retry,

    /// <summary>This row is refused until someone changes it or a setting; the others go on.</summary>
    RefuseRow,

    /// <summary>Every further call would fail in the same way: stop the run and tell a person.</summary>
    RefuseRun,

    /// <summary>The session has ended: sign in again and repeat the call once.</summary>
    Refresh,

    /// <summary>Nothing to repair, but not soon: stop, and let a later run carry on.</summary>
    Wait,
}
