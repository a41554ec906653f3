using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SalesRules.Sandbox.Http;

namespace SalesRules.Sandbox.Identity;

/// <summary>Bodies of the sign-in endpoints: JSON objects, unlike the arrays of the data API.</summary>
internal static class OAuthReplies
{
    public static IResult Object(Action<Utf8JsonWriter> writeMembers, int status = 200)
    {
        var reply = ApiReply.Json(status, writer =>
        {
            writer.WriteStartObject();
            writeMembers(writer);
            writer.WriteEndObject();
        });
        return Results.Text(reply.Body.Span, "application/json;charset=UTF-8", status);
    }

    public static IResult Refused(OAuthException refusal) => Object(writer =>
    {
        writer.WriteString("error", refusal.Error);
        writer.WriteString("error_description", refusal.Message);
    }, 400);

    /// <summary>The identity pages refuse in plain text, where the data API would answer 401.</summary>
    public static IResult BadToken(bool missing) =>
        Results.Text(missing ? "Missing_OAuth_Token" : "Bad_OAuth_Token", "text/html;charset=UTF-8", statusCode: 403);
}
