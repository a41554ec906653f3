using System.Text.RegularExpressions;
using SalesRules.Notifications.Channels;

namespace SalesRules.Notifications.Slack;

/// <summary>Slack's error codes as verdicts: one place for both ways in.</summary>
/// <remarks>https://docs.slack.dev/reference/methods/chat.postMessage#errors</remarks>
internal static partial class SlackErrors
{
    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal)
    {
        "internal_error", "fatal_error", "service_unavailable", "request_timeout", "rollup_error", "team_added_to_org", "message_limit_exceeded",
    };

    private static readonly HashSet<string> Limits = new(StringComparer.Ordinal) { "ratelimited", "rate_limited" };

    public static Verdict Of(string channel, string code, TimeSpan? retryAfter)
    {
        if (Limits.Contains(code))
            return new Verdict.RetryLater(retryAfter, $"Channel {channel}: Slack says {code}, too many messages at once. It is tried again.");
        if (Passing.Contains(code))
            return new Verdict.RetryLater(retryAfter, $"Channel {channel}: Slack says {code}, a problem of its own. It is tried again.");
        return new Verdict.Refused($"Channel {channel}: Slack says {code}: {Remedy(channel, code) ?? "see https://docs.slack.dev/reference/methods/chat.postMessage for what it means"}.");
    }

    /// <summary>Whether Slack documents the code. Any other word beside a status may be of whoever stands between us.</summary>
    public static bool IsKnown(string code) => Limits.Contains(code) || Passing.Contains(code) || Remedy("", code) is not null;

    /// <summary>The status says yes, and the body is none of Slack's: nobody knows whether Slack saw the message.</summary>
    public static Verdict NotOfSlack(string channel) =>
        new Verdict.RetryLater(null, $"Channel {channel}: the answer is not Slack's. Something stands between us, such as a proxy. It is tried again.");

    /// <summary>Whether a text has the form of a code. Anything else is not repeated: it may quote what we sent.</summary>
    public static bool IsCode(string text) => CodeForm().IsMatch(text);

    /// <summary>What to do; null: the code is not known.</summary>
    private static string? Remedy(string channel, string code) => code switch
    {
        "not_in_channel" => "invite the app to the channel (/invite @YourApp)",
        "channel_not_found" => "the app cannot see such a channel. Use the channel's id (C...), and invite the app where the channel is private",
        "is_archived" or "channel_is_archived" => "the channel is archived. Unarchive it, or choose another one",
        "invalid_auth" or "not_authed" or "account_inactive" or "token_revoked" or "token_expired" or "invalid_token" =>
            $"the token is not valid (any more). Install the app again and set Channels:{channel}:Token to its bot token (xoxb-...)",
        "missing_scope" or "no_permission" or "not_allowed_token_type" => "the token may not post. Add the scope chat:write to the app and install it again",
        "restricted_action" or "action_prohibited" or "posting_to_general_channel_denied" => "the workspace's rules forbid posting there. Ask its administrators",
        "no_service" or "no_service_id" or "no_active_hooks" or "no_team" or "team_disabled" =>
            $"the webhook was removed or turned off. Make a new one and set Channels:{channel}:Url",
        "user_not_found" => "no such member. Use the member's id (U...)",
        "msg_too_long" or "msg_blocks_too_long" => "the message is too long. Put fewer rows into it",
        "invalid_blocks" or "invalid_blocks_format" or "invalid_payload" or "no_text" or "too_many_attachments" => "the message's form is refused. That is a fault of SalesRules: report it with this line",
        _ => null,
    };

    [GeneratedRegex("^[a-z]{2,20}(_[a-z]{1,20}){0,5}$", RegexOptions.CultureInvariant)]
    private static partial Regex CodeForm();
}
