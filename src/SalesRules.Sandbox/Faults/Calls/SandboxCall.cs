namespace SalesRules.Sandbox.Faults.Calls;

/// <summary>A call as faults see it: what it does, to which object and rows.</summary>
internal sealed record SandboxCall(string Method, string Path, FaultOperation Operation)
{
    /// <summary>The objects that the call names; empty when it names none, or none that can be read off it.</summary>
    public IReadOnlyCollection<string> Objects { get; init; } = [];

    /// <summary>The ids that the call names, 18 characters each.</summary>
    public IReadOnlyList<string> RecordIds { get; init; } = [];

    /// <summary>The page of a query's result, 1 for the first; null for other calls.</summary>
    public int? Page { get; init; }

    /// <summary>How many calls were being served when this one came, itself included.</summary>
    public int Concurrency { get; init; } = 1;

    /// <summary>The locator of a further page.</summary>
    public string? Locator { get; init; }

    /// <summary>The access token that the call carries; null for none.</summary>
    public string? Token { get; init; }

    public override string ToString() => $"{Method} {Path}";
}
