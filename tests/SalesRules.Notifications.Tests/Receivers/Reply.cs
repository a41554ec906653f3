using Microsoft.AspNetCore.Http;

namespace SalesRules.Notifications.Tests.Receivers;

/// <summary>What a receiver does with one request.</summary>
internal sealed class Reply(Func<HttpContext, Task> writeAsync)
{
    /// <summary>Never answers; ends when the caller gives up.</summary>
    public static Reply Hang { get; } = new(context => Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));

    /// <summary>The connection breaks after the request was read and before a byte of the answer.</summary>
    public static Reply Reset { get; } = new(context =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>The connection breaks in the middle of the answer.</summary>
    public static Reply Torn { get; } = new(async context =>
    {
        context.Response.ContentLength = 100;
        await context.Response.WriteAsync("{\"ok\":");
        await context.Response.Body.FlushAsync();
        context.Abort();
    });

    public static Reply Of(int status, string body = "", params (string Name, string Value)[] headers) => new(async context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;
        if (body.Length > 0)
            await context.Response.WriteAsync(body);
    });

    public Task WriteAsync(HttpContext context) => writeAsync(context);
}
