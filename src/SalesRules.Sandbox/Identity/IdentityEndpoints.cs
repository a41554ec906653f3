using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace SalesRules.Sandbox.Identity;

/// <summary>Everything around the token endpoint: authorize, revoke, introspect, userinfo and the identity URL.</summary>
internal sealed class IdentityEndpoints(Org org, Sessions sessions, SignIn signIn)
{
    private readonly AuthorizationCodes codes = new();

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/services/oauth2/token", new TokenEndpoint(org, sessions, signIn, codes).Grant);
        routes.MapGet("/services/oauth2/authorize", Authorize);
        routes.MapMethods("/services/oauth2/revoke", ["GET", "POST"], Revoke);
        routes.MapPost("/services/oauth2/introspect", Introspect);
        routes.MapMethods("/services/oauth2/userinfo", ["GET", "POST"], UserInfo);
        routes.MapMethods("/id/{organization}/{user}", ["GET", "POST"], Identity);
        routes.MapPost("/services/Soap/{kind}/{version}/{*rest}", new SoapLogin(org, sessions, signIn).Answer);
    }

    // The sandbox org has one user and no browser: whoever asks is that user, and agrees.
    private IResult Authorize(HttpRequest request)
    {
        var parameters = request.Query;
        if (parameters["client_id"] != org.Options.ClientId)
            return OAuthReplies.Refused(new OAuthException("invalid_client_id", "client identifier invalid"));
        if (parameters["redirect_uri"].ToString() is not { Length: > 0 } target || parameters["response_type"] != "code")
            return OAuthReplies.Refused(new OAuthException("invalid_request", "response_type=code and redirect_uri are required"));
        var answer = QueryString.Create("code", codes.Issue(org.AdminUserId));
        if (parameters.TryGetValue("state", out var state))
            answer = answer.Add("state", state.ToString());
        return Results.Redirect(target + (target.Contains('?', StringComparison.Ordinal) ? "&" + answer.Value![1..] : answer.Value));
    }

    // The error body is form-encoded, not JSON.
    private async Task<IResult> Revoke(HttpRequest request)
    {
        var token = new RequestForm(request, await RequestForm.Read(request))["token"];
        return token is not null && sessions.Revoke(token)
            ? Results.Ok()
            : Results.Text("error=unsupported_token_type&error_description=this+token+is+not+supported", "application/x-www-form-urlencoded", statusCode: 400);
    }

    private async Task<IResult> Introspect(HttpRequest request)
    {
        var form = new RequestForm(request, await RequestForm.Read(request));
        try
        {
            signIn.CheckClient(form.ClientId, form.ClientSecret);
        }
        catch (OAuthException refusal)
        {
            return OAuthReplies.Refused(refusal);
        }
        return sessions.Find(form["token"] ?? "") is { } session
            ? Active(request, session)
            : OAuthReplies.Object(writer => writer.WriteBoolean("active", false));
    }

    private IResult Active(HttpRequest request, Session session) => OAuthReplies.Object(writer =>
    {
        writer.WriteBoolean("active", true);
        writer.WriteString("scope", "id api");
        writer.WriteString("client_id", org.Options.ClientId);
        writer.WriteString("username", (string?)org.Read(store => store["User"].Find(session.UserId)?["Username"]));
        writer.WriteString("sub", $"{request.Scheme}://{request.Host}/id/{org.Id}/{session.UserId}");
        writer.WriteString("token_type", "access_token");
        writer.WriteNumber("exp", session.Expires.ToUnixTimeSeconds());
        writer.WriteNumber("iat", session.Started.ToUnixTimeSeconds());
        writer.WriteNumber("nbf", session.Started.ToUnixTimeSeconds());
    });

    private async Task<IResult> UserInfo(HttpRequest request) =>
        await SignedIn(request) is { } user ? new UserDocument(org, user, request).UserInfo() : OAuthReplies.BadToken(missing: TokenOf(request) is null);

    private async Task<IResult> Identity(HttpRequest request, string organization, string user)
    {
        if (await SignedIn(request) is null)
            return OAuthReplies.BadToken(missing: TokenOf(request) is null);
        var known = org.Id.StartsWith(organization, StringComparison.Ordinal) && Store.RecordId.TryParse(user, out _);
        return known && org.Read(store => store["User"].Find(Store.RecordId.TryParse(user, out var id) ? id : user)) is { } record
            ? new UserDocument(org, record.Id, request).Identity()
            : Results.Text("Bad_Id", "text/html;charset=UTF-8", statusCode: 404);
    }

    private async Task<string?> SignedIn(HttpRequest request)
    {
        var token = TokenOf(request) ?? new RequestForm(request, await RequestForm.Read(request))["access_token"]
            ?? new RequestForm(request, FormCollection.Empty)["oauth_token"];
        return token is null ? null : sessions.Use(token);
    }

    private static string? TokenOf(HttpRequest request) => AccessToken.Of(request.Headers.Authorization.ToString());
}
