using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace SalesRules.Sandbox.Http;

/// <summary>Sends a reply over the wire.</summary>
internal static class WireReply
{
    public static async Task Send(HttpContext context, ApiReply reply)
    {
        var response = context.Response;
        response.StatusCode = reply.Status;
        foreach (var (name, value) in reply.Headers)
            response.Headers[name] = value;
        if (reply.Body.IsEmpty)
            return;
        var pretty = reply.IsJson && context.Request.Headers["X-PrettyPrint"].ToString() is "1" or "true";
        var body = pretty ? Indented(reply.Body) : reply.Body;
        response.ContentType = reply.ContentType;
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static ReadOnlyMemory<byte> Indented(ReadOnlyMemory<byte> body)
    {
        using var document = JsonDocument.Parse(body);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, ApiReply.WriterOptions with { Indented = true }))
            document.WriteTo(writer);
        return buffer.ToArray();
    }
}
