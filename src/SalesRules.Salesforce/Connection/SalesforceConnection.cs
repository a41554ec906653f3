using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Connection.SignIn;
using SalesRules.Salesforce.Connection.Usage;

namespace SalesRules.Salesforce.Connection;

/// <summary>The way into one org: signs in when needed, and again once when the session has ended.</summary>
public sealed class SalesforceConnection
{
    private readonly ResilientExchange exchange;
    private readonly TokenSource tokens;
    private readonly ILogger<SalesforceConnection> logger;
    private readonly string basePath;
    private OrgIdentity? identity;

    internal SalesforceConnection(
        ResilientExchange exchange, TokenEndpoint endpoint, IOptions<SalesforceOptions> options, ILogger<SalesforceConnection> logger)
    {
        this.exchange = exchange;
        this.logger = logger;
        tokens = new(endpoint.SignInAsync);
        basePath = $"/services/data/v{options.Value.ApiVersion}/";
    }

    /// <summary>Signs in unless that was done, and tells which org this is.</summary>
    /// <exception cref="SalesforceException">The sign-in was refused, or Salesforce cannot be reached.</exception>
    public async Task<OrgIdentity> IdentityAsync(CancellationToken cancellationToken)
    {
        if (identity is not null)
            return identity;
        var token = await tokens.GetAsync(cancellationToken);
        identity = IdentityReader.FromUrl(token) ?? await AskAsync(token, cancellationToken);
        return identity;
    }

    /// <summary>Sends a call with the current token; on 401 once more with a newer one.</summary>
    internal async Task<SalesforceReply> SendAsync(SalesforceRequest request, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(cancellationToken);
        try
        {
            return await SendAsync(request, token, cancellationToken);
        }
        catch (SalesforceException e) when (e.Verdict == Verdict.Refresh)
        {
            // A refused session proves that nothing was carried out, so writes are repeated as well.
            logger.RefreshingSession();
            token = await tokens.NewerThanAsync(token, cancellationToken);
            return await SendAsync(request, token, cancellationToken);
        }
    }

    // The instance can move with a refresh, so the address is built anew for every try.
    private Task<SalesforceReply> SendAsync(SalesforceRequest request, AccessToken token, CancellationToken cancellationToken) =>
        exchange.SendAsync(
            request, new Uri(token.InstanceUrl, basePath), new AuthenticationHeaderValue("Bearer", token.Value), cancellationToken);

    private async Task<OrgIdentity> AskAsync(AccessToken token, CancellationToken cancellationToken)
    {
        var request = SalesforceRequest.Get("/services/oauth2/userinfo", CallKind.Identity, "Reading who we are");
        var reply = await SendAsync(request, cancellationToken);
        return IdentityReader.FromUserInfo(reply.Json(JsonValueKind.Object), token.InstanceUrl) ?? throw reply.Unexpected();
    }
}
