using System.Collections.Frozen;

namespace SalesRules.Salesforce.Connection.Errors;

/// <summary>
/// The one table from error code to verdict and advice. Within a code the first line whose text matches decides; a code that
/// is not listed gets a safe default: a server's fault is tried again, anything else is refused.
/// </summary>
internal static class ErrorTable
{
    private static readonly ErrorRule[] Rules =
    [
        // Sessions.
        new("INVALID_SESSION_ID", Verdict.RefuseRun, "The user may not use the REST API: give it the permission API Enabled.")
            { When = "not valid for use with the REST API", Quotable = true },
        new("INVALID_SESSION_ID", Verdict.RefuseRun, "The connected app is not attached to the agent: check the app's settings.")
            { When = "Connected app is not attached to Agent", Quotable = true },
        new("INVALID_SESSION_ID", Verdict.Refresh, "The session has ended, and a new one was refused as well: check the user and the connected app.")
            { Quotable = true },
        new("Bad_OAuth_Token", Verdict.Refresh, "The session has ended, and a new one was refused as well: check the user and the connected app."),
        new("HTTP_401", Verdict.Refresh, "The session was refused, and a new one as well: check the user and the connected app."),

        // Signing in.
        new("invalid_grant", Verdict.RefuseRun, "The user is not pre-authorised: in the connected app choose \"Admin approved users are"
            + " pre-authorized\" and assign the user's profile or permission set.") { When = "hasn't approved", Quotable = true },
        new("invalid_grant", Verdict.RefuseRun, "The audience is wrong: set Salesforce:Audience to https://login.salesforce.com, or to"
            + " https://test.salesforce.com for a sandbox.") { When = "audience", Quotable = true },
        new("invalid_grant", Verdict.RefuseRun, "The signed request counts as expired: check this machine's clock.")
            { When = "expired authorization code", Quotable = true },
        new("invalid_grant", Verdict.RefuseRun, "The signature was refused: the key in Salesforce:PrivateKeyFile does not belong to the"
            + " certificate of the connected app.") { When = "invalid assertion", Quotable = true },
        new("invalid_grant", Verdict.RefuseRun, "The connected app has no Run-As user for the client-credentials flow: choose one in its"
            + " policies.") { When = "no client credentials user", Quotable = true },
        new("invalid_grant", Verdict.RefuseRun, "The sign-in was refused: check the user, and the login host in Salesforce:LoginUrl.")
            { Quotable = true },
        new("invalid_client_id", Verdict.RefuseRun, "The consumer key is unknown at this login host: check Salesforce:ClientId, and that"
            + " Salesforce:LoginUrl is the org's My Domain.") { Quotable = true },
        new("invalid_client", Verdict.RefuseRun, "The consumer secret is wrong: check Salesforce:ClientSecret.") { Quotable = true },
        new("invalid_app_access", Verdict.RefuseRun, "The user is not approved for the connected app: assign the app to the user's"
            + " profile or permission set.") { Quotable = true },
        new("unsupported_grant_type", Verdict.RefuseRun, "The connected app does not offer this sign-in flow: enable it in the app's"
            + " OAuth settings.") { Quotable = true },
        new("unknown_error", Verdict.Retry, "Salesforce could not sign us in at the moment.") { Quotable = true },

        // Limits.
        new("REQUEST_LIMIT_EXCEEDED", Verdict.Retry, "Too many long calls run at once in the org: lower Salesforce:MaxConcurrentRequests"
            + " or let other integrations finish.") { When = "ConcurrentRequests", Quotable = true },
        new("REQUEST_LIMIT_EXCEEDED", Verdict.Wait, "The org's daily API calls are used up: they come back over the next 24 hours; see"
            + " Setup > System Overview for who used them.") { Quotable = true },
        new("LIMIT_EXCEEDED", Verdict.Wait, "A daily limit of the org is used up: see Setup > System Overview.") { Quotable = true },
        new("EXCEEDED_ID_LIMIT", Verdict.RefuseRun, "Too many ids for one call: read a shorter window.") { Quotable = true },
        new("STORAGE_LIMIT_EXCEEDED", Verdict.RefuseRun, "The org's data storage is full: free some or buy more.") { Quotable = true },
        new("TXN_SECURITY_METERING_ERROR", Verdict.RefuseRun, "The org's transaction security policies took too long: ask the Salesforce"
            + " administrator."),

        // Queries and schema. Their texts quote the query, so they are not repeated; SchemaDrift tells the names.
        new("INVALID_FIELD", Verdict.RefuseRun, "A field does not exist or is hidden from our user: deploy it, grant it in the permission"
            + " set, or leave it out of the policy's field map."),
        new("INVALID_TYPE", Verdict.RefuseRun, "An object does not exist or is hidden from our user: deploy it, or grant it in the"
            + " permission set."),
        new("MALFORMED_QUERY", Verdict.RefuseRun, "Salesforce cannot read the query: check the condition given with --where."),
        new("INVALID_QUERY_FILTER_OPERATOR", Verdict.RefuseRun, "A condition compares a field in a way its type does not allow: check the"
            + " condition given with --where."),
        new("QUERY_TOO_COMPLICATED", Verdict.RefuseRun, "The query is too complicated for the org: map fewer fields or simplify --where."),
        new("QUERY_TIMEOUT", Verdict.Retry, "The query took longer than Salesforce allows: lower Salesforce:RowsPerQuery, or narrow the"
            + " selection.") { Quotable = true, MaxRetries = 1 },
        new("OPERATION_TOO_LARGE", Verdict.RefuseRun, "The selection is too large for our user's sharing rules: grant View All on the"
            + " object.") { Quotable = true },
        new("INVALID_QUERY_LOCATOR", Verdict.Retry, "Salesforce has dropped the query's cursor: read again.") { Quotable = true, MaxRetries = 0 },
        new("API_DISABLED_FOR_ORG", Verdict.RefuseRun, "The org's edition or our user may not use the API: enable it.") { Quotable = true },
        new("API_CURRENTLY_DISABLED", Verdict.Wait, "The API is switched off for the moment, as during a maintenance.") { Quotable = true },
        new("UNSUPPORTED_API_VERSION", Verdict.RefuseRun, "The org does not offer this API version: check Salesforce:ApiVersion.") { Quotable = true },
        new("NOT_FOUND", Verdict.RefuseRow, "It does not exist, or is hidden from our user. If nothing is found, check Salesforce:ApiVersion."),
        new("METHOD_NOT_ALLOWED", Verdict.RefuseRun, "Salesforce does not allow this call at this API version: check Salesforce:ApiVersion.")
            { Quotable = true },
        new("JSON_PARSER_ERROR", Verdict.RefuseRun, "Salesforce could not read what we sent: a value does not fit its field's type. Compare"
            + " the field map with the org's fields."),
        new("INVALID_REPLICATION_DATE", Verdict.RefuseRun, "Salesforce no longer knows what was deleted that long ago: run a full read.")
            { Quotable = true },

        // Rows.
        new("UNABLE_TO_LOCK_ROW", Verdict.Retry, "Another transaction holds the record or its account."),
        new("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", Verdict.Retry, "A trigger or flow met a lock that another transaction holds.")
            { When = "UNABLE_TO_LOCK_ROW" },
        new("CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", Verdict.RefuseRow, "A trigger or flow of the org failed on this record: ask the Salesforce"
            + " administrator."),
        new("CANNOT_EXECUTE_FLOW_TRIGGER", Verdict.RefuseRow, "A flow of the org failed on this record: ask the Salesforce administrator."),
        new("APEX_ERROR", Verdict.RefuseRow, "Apex code of the org failed on this record: ask the Salesforce administrator."),
        new("FIELD_CUSTOM_VALIDATION_EXCEPTION", Verdict.RefuseRow, "A validation rule of the org refuses the change: correct the record, or"
            + " exempt the integration user from the rule."),
        new("FIELD_FILTER_VALIDATION_EXCEPTION", Verdict.RefuseRow, "A lookup filter of the org refuses the value."),
        new("FIELD_INTEGRITY_EXCEPTION", Verdict.RefuseRow, "The value contradicts another of the same record, such as a category that the"
            + " stage does not allow."),
        new("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST", Verdict.RefuseRow, "The value is not in the field's picklist: add it, or map another"
            + " in the policy."),
        new("INVALID_FIELD_FOR_INSERT_UPDATE", Verdict.RefuseRow, "Our user may not write the field: grant edit in the permission set.")
            { Quotable = true },
        new("INSUFFICIENT_ACCESS", Verdict.RefuseRow, "Our user may not do this with the record: share it, or grant the permission."),
        new("INSUFFICIENT_ACCESS_OR_READONLY", Verdict.RefuseRow, "Our user may not edit the record: share it for edit, or grant Modify All."),
        new("INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY", Verdict.RefuseRow, "Our user may not see a record that this one refers to, or it"
            + " is deleted."),
        new("CANNOT_UPDATE_CONVERTED_LEAD", Verdict.RefuseRow, "The record is a converted lead and can no longer be changed."),
        new("ENTITY_IS_LOCKED", Verdict.RefuseRow, "The record is locked by an approval: it can be changed once that has ended.")
            { Quotable = true },
        new("ENTITY_IS_DELETED", Verdict.RefuseRow, "The record is in the recycle bin.") { Quotable = true },
        new("REQUIRED_FIELD_MISSING", Verdict.RefuseRow, "A required field is empty: fill it in on the record.") { Quotable = true },
        new("STRING_TOO_LONG", Verdict.RefuseRow, "The text is longer than the field: lengthen the field as in the deployed package."),
        new("NUMBER_OUTSIDE_VALID_RANGE", Verdict.RefuseRow, "The number does not fit the field's precision."),
        new("INVALID_EMAIL_ADDRESS", Verdict.RefuseRow, "The record holds an e-mail address that is not valid."),
        new("DUPLICATE_VALUE", Verdict.RefuseRow, "Another record already holds this unique value."),
        new("DUPLICATES_DETECTED", Verdict.RefuseRow, "A duplicate rule of the org refuses the record."),
        new("DUPLICATE_EXTERNAL_ID", Verdict.RefuseRow, "More than one record has this external id: make the field unique."),
        new("INVALID_CROSS_REFERENCE_KEY", Verdict.RefuseRow, "The record refers to one that is deleted or may not be used."),
        new("MALFORMED_ID", Verdict.RefuseRow, "An id is not one of the expected object."),
        new("INACTIVE_OWNER_OR_USER", Verdict.RefuseRow, "The owner is no longer active: give the record to an active user."),
        new("OP_WITH_INVALID_USER_TYPE_EXCEPTION", Verdict.RefuseRow, "The owner's kind of user cannot own this: give it to another user."),
        new("ENTITY_FAILED_IFLASTMODIFIED_ON_UPDATE", Verdict.RefuseRow, "The record was changed by someone since it was read.")
            { Quotable = true },
        new("ALL_OR_NONE_OPERATION_ROLLED_BACK", Verdict.RefuseRow, "Not written, because another row of the same call was refused.")
            { Quotable = true },
        new("PROCESSING_HALTED", Verdict.RefuseRow, "Not written, because another row of the same call was refused.") { Quotable = true },

        // Salesforce's own trouble, and gateways. Their pages may be HTML or empty.
        new("SERVER_UNAVAILABLE", Verdict.Retry, "Salesforce is too busy or under maintenance: see status.salesforce.com.") { Quotable = true },
        new("UNKNOWN_EXCEPTION", Verdict.Retry, "Salesforce had an internal error: if it stays, give Salesforce support the time and the"
            + " call.") { MaxRetries = 2 },
        new("HTTP_406", Verdict.Retry, "A gateway in front of the org refused the call: see status.salesforce.com."),
        new("HTTP_408", Verdict.Retry, "Salesforce gave up waiting for the call."),
        new("HTTP_412", Verdict.RefuseRow, "The record was changed by someone since it was read."),
        new("HTTP_414", Verdict.RefuseRun, "The query is too long for a call: map fewer fields."),
        new("HTTP_420", Verdict.Retry, "The org is not ready: a sandbox or scratch org may have been deleted or be starting.") { MaxRetries = 2 },
        new("HTTP_429", Verdict.Retry, "A gateway asks for fewer calls: lower Salesforce:MaxConcurrentRequests."),
        new("HTTP_431", Verdict.RefuseRun, "The query is too long for a call: map fewer fields."),
        new("HTTP_500", Verdict.Retry, "Salesforce had an internal error: see status.salesforce.com.") { MaxRetries = 2 },
        new("HTTP_502", Verdict.Retry, "Salesforce cannot be reached behind its gateway: see status.salesforce.com."),
        new("HTTP_503", Verdict.Retry, "Salesforce is too busy or under maintenance: see status.salesforce.com."),
        new("HTTP_504", Verdict.Retry, "Salesforce did not answer its gateway in time: see status.salesforce.com."),

        // Seen from here.
        new(LocalErrorCodes.HostNotFound, Verdict.Retry, "The host is unknown: check the host in Salesforce:LoginUrl, and this machine's DNS."),
        new(LocalErrorCodes.ConnectionFailed, Verdict.Retry, "Nothing answers there: check the host and port in Salesforce:LoginUrl, the network"
            + " and the firewall; is Salesforce up (status.salesforce.com)?"),
        new(LocalErrorCodes.TlsFailed, Verdict.RefuseRun, "The connection could not be secured: check that this machine trusts the server's"
            + " certificate, and whether a proxy stands in between."),
        new(LocalErrorCodes.Timeout, Verdict.Retry, "No answer in time (Salesforce:AttemptTimeout, Salesforce:TotalTimeout): see"
            + " status.salesforce.com."),
        new(LocalErrorCodes.TornReply, Verdict.Retry, "The connection broke before the answer was complete: check the network."),
        new(LocalErrorCodes.NotJson, Verdict.Retry, "The answer is a page, not data: Salesforce:LoginUrl may be a browser address, or a proxy or"
            + " a maintenance page stands in between."),
        new(LocalErrorCodes.UnexpectedReply, Verdict.RefuseRun, "The answer lacks what this call promises: check Salesforce:ApiVersion and"
            + " Salesforce:LoginUrl."),
        new(LocalErrorCodes.ShortRead, Verdict.Retry, "Fewer rows arrived than Salesforce announced, as when some are deleted during a read:"
            + " read again."),
        new(LocalErrorCodes.CircuitOpen, Verdict.Wait, "Not sent: half of the recent calls failed, so Salesforce is left alone for a moment."),
        new(LocalErrorCodes.QueryTooLong, Verdict.RefuseRun, "The query is too long for a call: map fewer fields or shorten --where."),
    ];

    private static readonly FrozenDictionary<string, ErrorRule[]> ByCode =
        Rules.GroupBy(rule => rule.Code, StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    /// <summary>Every code that has a line of its own.</summary>
    public static IEnumerable<string> Codes => ByCode.Keys;

    /// <summary>The line for an error, or the safe default.</summary>
    /// <param name="code">The error code.</param>
    /// <param name="text">The server's text, which tells some errors of one code apart.</param>
    /// <param name="status">The HTTP status; null for a row within a successful reply.</param>
    public static ErrorRule Find(string code, string text, int? status)
    {
        if (ByCode.TryGetValue(code, out var rules)
            && rules.FirstOrDefault(r => r.When is null || text.Contains(r.When, StringComparison.OrdinalIgnoreCase)) is { } rule)
            return rule;
        return status switch
        {
            null => new(code, Verdict.RefuseRow, "Salesforce refuses the row with a code that SalesRules does not know."),
            >= 500 => new(code, Verdict.Retry, "Salesforce failed with a code that SalesRules does not know: see status.salesforce.com."),
            _ => new(code, Verdict.RefuseRun, "Salesforce refuses the call with a code that SalesRules does not know."),
        };
    }
}
