namespace SalesRules.Decisions;

/// <summary>How much a finding weighs, lowest first.</summary>
public enum Severity
{
    Info,
    Low,
    Medium,
    High,
}

/// <summary>The severities' names in records and policies.</summary>
public static class Severities
{
    public static string Name(this Severity severity) => severity switch
    {
        Severity.High => "high",
        Severity.Medium => "medium",
        Severity.Low => "low",
        _ => "info",
    };
}
