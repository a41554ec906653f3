namespace SalesRules.Sandbox.Faults.Replies;

/// <summary>Whose words the body of an error has.</summary>
public enum ErrorBody
{
    /// <summary>JSON, with Salesforce's error code.</summary>
    Salesforce,

    /// <summary>The HTML page of a gateway.</summary>
    Gateway,

    /// <summary>No body at all.</summary>
    Empty,
}
