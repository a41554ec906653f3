using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Faults.Calls;

/// <summary>What a method and a path mean: the operation, and the object and the id, locator or external id that the path names.</summary>
internal static class CallShape
{
    public static (FaultOperation Operation, string? Object, string? Id) Of(string method, string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return Lower(parts) switch
        {
            ["services", "oauth2", "token"] or ["services", "soap", ..] => (FaultOperation.Token, null, null),
            ["services", "oauth2", ..] or ["id", ..] => (FaultOperation.Identity, null, null),
            ["services", "data"] or ["services", "data", _] => (FaultOperation.Versions, null, null),
            ["services", "data", _, ..] => InData(method, parts[3..]),
            ["cometd", ..] => (FaultOperation.Streaming, null, null),
            _ => (FaultOperation.Other, null, null),
        };
    }

    private static (FaultOperation Operation, string? Object, string? Id) InData(string method, string[] parts) => Lower(parts) switch
    {
        ["query" or "queryall"] => (FaultOperation.Query, null, null),
        ["query" or "queryall", _] => (FaultOperation.QueryMore, null, parts[1]),
        ["limits"] => (FaultOperation.Limits, null, null),
        ["jobs", ..] => (FaultOperation.Bulk, null, null),
        ["sobjects", ..] => InRows(method, parts[1..]),
        ["composite", "sobjects"] => (Save(method), null, null),
        ["composite", "sobjects", _] => (FaultOperation.Retrieve, parts[2], null),
        ["composite", "sobjects", _, _] => (FaultOperation.Upsert, parts[2], null),
        ["composite", ..] => (FaultOperation.Composite, null, null),
        _ => (FaultOperation.Other, null, null),
    };

    private static (FaultOperation Operation, string? Object, string? Id) InRows(string method, string[] parts) => Lower(parts) switch
    {
        [] => (FaultOperation.Describe, null, null),
        [_] => (method == "POST" ? FaultOperation.Insert : FaultOperation.Describe, parts[0], null),
        [_, "describe", ..] => (FaultOperation.Describe, parts[0], null),
        [_, "updated" or "deleted"] => (FaultOperation.Changes, parts[0], null),
        [_, _] => (Row(method), parts[0], parts[1]),
        [_, _, _] when RecordId.TryParse(parts[1], out _) => (Row(method), parts[0], parts[1]),
        [_, _, _] => (method == "PATCH" ? FaultOperation.Upsert : Row(method), parts[0], parts[2]),
        _ => (FaultOperation.Other, parts[0], null),
    };

    private static FaultOperation Row(string method) => method is "GET" or "HEAD" ? FaultOperation.Get : Save(method);

    private static FaultOperation Save(string method) => method switch
    {
        "POST" => FaultOperation.Insert,
        "PATCH" => FaultOperation.Update,
        "DELETE" => FaultOperation.Delete,
        _ => FaultOperation.Other,
    };

    private static string[] Lower(string[] parts) => Array.ConvertAll(parts, part => part.ToLowerInvariant());
}
