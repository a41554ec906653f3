using Microsoft.AspNetCore.Http;
using SalesRules.Sandbox.Http;
using SalesRules.Sandbox.Identity;
using SalesRules.Sandbox.Soql;
using SalesRules.Sandbox.Soql.Syntax;

namespace SalesRules.Sandbox.Faults.Calls;

/// <summary>Reads off a request what the call is about, and leaves the request as it was.</summary>
internal sealed class SandboxCallReader(SoqlEngine queries)
{
    private readonly CursorPages pages = new();

    public async Task<SandboxCall> Read(HttpContext context)
    {
        var request = context.Request;
        var method = WireRequest.MethodOf(request);
        var (operation, objectName, id) = CallShape.Of(method, request.Path.Value ?? "");
        var call = new SandboxCall(method, request.Path.Value ?? "", operation)
        {
            Objects = objectName is null ? [] : [objectName],
            RecordIds = RecordNames.Ids([id]),
            Token = AccessToken.Of(request.Headers.Authorization.ToString()),
        };
        return operation switch
        {
            FaultOperation.Query => call with { Objects = ObjectsOf(request.Query["q"]), Page = 1 },
            FaultOperation.QueryMore => Further(call, id!),
            FaultOperation.Retrieve or FaultOperation.Insert or FaultOperation.Update or FaultOperation.Upsert or FaultOperation.Delete =>
                await WithRecords(call, request),
            _ => call,
        };
    }

    private SandboxCall Further(SandboxCall call, string locator) => call with
    {
        Objects = queries.ObjectOf(locator) is { } name ? [name] : [],
        Locator = locator,
        Page = pages.PageOf(locator),
    };

    private static async Task<SandboxCall> WithRecords(SandboxCall call, HttpRequest request)
    {
        var (objects, ids) = RecordNames.In(await Body(request), request.Query["ids"].ToString());
        return call with { Objects = [.. call.Objects, .. objects], RecordIds = [.. call.RecordIds, .. ids] };
    }

    // The body is read ahead of the org, which then reads the copy.
    private static async Task<ReadOnlyMemory<byte>> Body(HttpRequest request)
    {
        var copy = new MemoryStream();
        await request.Body.CopyToAsync(copy, request.HttpContext.RequestAborted);
        copy.Position = 0;
        request.Body = copy;
        request.HttpContext.Response.RegisterForDispose(copy);
        return copy.GetBuffer().AsMemory(0, (int)copy.Length);
    }

    private static string[] ObjectsOf(string? soql)
    {
        try
        {
            return soql is null ? [] : [QueryParser.Parse(new QuerySource(soql)).From.Parts[0]];
        }
        catch (SoqlException)
        {
            return []; // the org refuses it in its own words
        }
    }
}
