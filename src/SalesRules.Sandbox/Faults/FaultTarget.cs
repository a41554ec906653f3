using System.IO.Enumeration;
using System.Text.Json.Serialization;
using SalesRules.Sandbox.Faults.Calls;
using SalesRules.Sandbox.Faults.Rows;
using SalesRules.Sandbox.Faults.Scripts;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Faults;

/// <summary>Which calls, or which rows that a call saves, a fault strikes. What is left out narrows nothing.</summary>
public sealed record FaultTarget
{
    /// <summary>The HTTP method.</summary>
    public string? Method { get; init; }

    /// <summary>The path, with <c>*</c> for any run of characters: <c>/services/data/*/query*</c>. The query string is no part of it.</summary>
    public string? Path { get; init; }

    /// <summary>What the call does.</summary>
    public FaultOperation Operation { get; init; } = FaultOperation.Any;

    /// <summary>The object that the call names (of a query: the one in FROM), or that the row is of.</summary>
    [JsonPropertyName("object")]
    public string? ObjectName { get; init; }

    /// <summary>The page of a query's result, 1 for the first.</summary>
    public int? Page { get; init; }

    /// <summary>Only while at least so many calls are being served at once, this one included.</summary>
    public int? Concurrency { get; init; }

    /// <summary>Record ids, of 15 or 18 characters: rows, or calls that name one of them.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>Of rows, this share from 0 to 1, chosen by the script's seed: the same row is always in or always out.</summary>
    public decimal? Share { get; init; }

    internal bool Matches(SandboxCall call) =>
        MatchesWire(call)
        && Operation.HasFlag(call.Operation)
        && (ObjectName is null || call.Objects.Contains(ObjectName, StringComparer.OrdinalIgnoreCase))
        && (Ids.Count == 0 || call.RecordIds.Any(Names));

    /// <summary>A row in a call matches by its own verb or by the call's: an upsert is an insert or an update of a row.</summary>
    internal bool Matches(RowSave row) =>
        (row.Call is { } call ? MatchesWire(call) && (Operation & (call.Operation | row.Verb)) != 0 : IsAboutRowsOnly && Operation.HasFlag(row.Verb))
        && (ObjectName is null || string.Equals(ObjectName, row.Type.Name, StringComparison.OrdinalIgnoreCase))
        && (Ids.Count == 0 || (row.Id is { } id && Names(id)));

    /// <summary>A transaction whose rows are not known yet; one that no call asked for matches a target without limits.</summary>
    internal bool MatchesSave(SandboxCall? call) => call is null ? IsAboutRowsOnly && ObjectName is null : Matches(call);

    internal void Check(FaultProblems problems)
    {
        if (Operation == FaultOperation.None)
            problems.Add(nameof(Operation), "names no operation");
        if (Page < 1)
            problems.Add(nameof(Page), "must be 1 or more: 1 is the first page of a query's result");
        if (Concurrency < 1)
            problems.Add(nameof(Concurrency), "must be 1 or more: 6 strikes the sixth call at once and those beyond it");
        if (Share is < 0 or > 1)
            problems.Add(nameof(Share), "must lie between 0 and 1: 0.1 is one row in ten");
        problems.CheckObject("object", ObjectName);
        problems.CheckIds(nameof(Ids), Ids);
    }

    private bool IsAboutRowsOnly => Method is null && Path is null && Page is null && Concurrency is null;

    private bool MatchesWire(SandboxCall call) =>
        (Method is null || string.Equals(Method, call.Method, StringComparison.OrdinalIgnoreCase))
        && (Path is null || FileSystemName.MatchesSimpleExpression(Path, call.Path))
        && (Page is null || Page == call.Page)
        && (Concurrency is null || Concurrency <= call.Concurrency);

    private bool Names(string id) => Ids.Any(known => RecordId.TryParse(known, out var full) && full == id);
}
