using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SalesRules.Salesforce.Tests.Stub;

/// <summary>What the stub does with one call.</summary>
internal sealed class StubReply(Func<HttpContext, Task> writeAsync)
{
    /// <summary>Never answers; ends when the caller gives up.</summary>
    public static StubReply Hang { get; } = new(context => Task.Delay(Timeout.Infinite, context.RequestAborted)
        .ContinueWith(_ => { }, TaskScheduler.Default));

    /// <summary>The connection breaks before a byte of the answer.</summary>
    public static StubReply Lost { get; } = new(context =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>The connection breaks in the middle of the body.</summary>
    public static StubReply Torn { get; } = new(async context =>
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = 100;
        await context.Response.WriteAsync("{\"tot");
        await context.Response.Body.FlushAsync();
        context.Abort();
    });

    public static StubReply SessionExpired { get; } = Error(401, "INVALID_SESSION_ID", "Session expired or invalid");

    public static StubReply NoRows { get; } = Json("""{"totalSize":0,"done":true,"records":[]}""");

    public static StubReply Json(string body, int status = 200, params (string Name, string Value)[] headers) =>
        Text(body, "application/json;charset=UTF-8", status, headers);

    public static StubReply Html(int status) => Text("<html><body>Please stand by</body></html>", "text/html", status);

    public static StubReply Empty(int status, params (string Name, string Value)[] headers) => Text("", null, status, headers);

    public static StubReply Error(int status, string code, string message) =>
        Json($$"""[{"message":{{JsonSerializer.Serialize(message)}},"errorCode":"{{code}}"}]""", status);

    public static StubReply OAuthError(string error, string description) =>
        Json($$"""{"error":"{{error}}","error_description":"{{description}}"}""", 400);

    public static StubReply Text(string body, string? contentType, int status = 200, params (string Name, string Value)[] headers) => new(async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;
        if (body.Length > 0)
            await context.Response.WriteAsync(body);
    });

    /// <summary>Answers once the task is done.</summary>
    public StubReply After(Task task) => new(async context =>
    {
        await task;
        await WriteAsync(context);
    });

    public Task WriteAsync(HttpContext context) => writeAsync(context);
}
