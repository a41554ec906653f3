using System.Text;
using Microsoft.AspNetCore.Http;
using SalesRules.Sandbox.Http;

namespace SalesRules.Sandbox.Faults.Replies;

/// <summary>A complete reply of another status, type and body.</summary>
internal sealed record OtherReply(int Status, string ContentType, ReadOnlyMemory<byte> Body) : FaultReply
{
    private const string ProxyPage =
        """
        <html>
        <head><title>{0}</title></head>
        <body>
        <center><h1>{0}</h1></center>
        <hr><center>sfdcedge</center>
        </body>
        </html>

        """;

    /// <summary>The body of Salesforce's own errors.</summary>
    public static OtherReply Error(int status, string code, string message) =>
        new(status, "application/json;charset=UTF-8", ApiReply.Errors(status, [new ApiError(code, message)]).Body);

    /// <summary>What a gateway in front of Salesforce says.</summary>
    public static OtherReply Page(int status, string title) => Html(status, ProxyPage.Replace("{0}", title, StringComparison.Ordinal));

    public static OtherReply Html(int status, string html) => new(status, "text/html;charset=UTF-8", Encoding.UTF8.GetBytes(html));

    public static OtherReply Json(int status, string json) => new(status, "application/json;charset=UTF-8", Encoding.UTF8.GetBytes(json));

    public static OtherReply Empty(int status) => new(status, "", ReadOnlyMemory<byte>.Empty);

    public override async Task Send(HttpContext context, ReadOnlyMemory<byte> held)
    {
        context.Response.Clear();
        context.Response.StatusCode = Status;
        context.Response.ContentLength = Body.Length;
        if (Body.IsEmpty)
            return;
        context.Response.ContentType = ContentType;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(Body, context.RequestAborted);
    }
}
