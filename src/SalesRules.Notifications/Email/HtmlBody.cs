using System.Text;
using SalesRules.Notifications.Messages;

namespace SalesRules.Notifications.Email;

/// <summary>
/// A message as HTML for mail clients: tables for the layout and every style inline, because Outlook on Windows lays out with Word and Gmail
/// drops style sheets; middle tones that stay readable where a client turns colours around for the dark.
/// </summary>
internal static class HtmlBody
{
    /// <summary>Gmail cuts a mail off at 102 KB.</summary>
    public const int MostBytes = 100 * 1024;

    public static string Render(Message message) =>
        Page(message.ToFit("Gmail's limit of 102 KB", part => Encoding.UTF8.GetByteCount(Page(part)) <= MostBytes));

    private static string Page(Message message) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="supported-color-schemes" content="light dark">
        <title>{Html.Text(message.Title)}</title>
        </head>
        <body style="margin:0;padding:0;">
        {Preview(message)}
        <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"><tr><td align="center" style="padding:16px 8px;">
        <table role="presentation" width="640" cellpadding="0" cellspacing="0" border="0" style="width:100%;max-width:640px;">
        <tr><td bgcolor="{Colour(message.Level)}" style="background-color:{Colour(message.Level)};height:4px;line-height:4px;font-size:0;">&nbsp;</td></tr>
        <tr><td style="{Html.Font}padding:16px 0 0 0;">
        {Label(message.Level)}<h1 style="margin:0;font-size:20px;line-height:28px;font-weight:bold;">{Html.Text(message.Title)}</h1>
        </td></tr>
        {Rows(message)}
        <tr><td style="{Html.Font}{Html.Small}padding:24px 0 0 0;">SalesRules &middot; {Html.Text(message.Key)}</td></tr>
        </table>
        </td></tr></table>
        </body>
        </html>

        """;

    private static string Rows(Message message) => string.Join('\n',
    [
        .. message.Sections.Select(HtmlSection.Of),
        .. message.LeftOut is null ? [] : new[] { Html.Row($"<p style=\"margin:0;\"><em>{Html.Text(message.LeftOut)}</em></p>") },
        .. message.Actions.Count == 0 ? [] : new[] { Html.Row(string.Join('\n', message.Actions.Select(HtmlSection.Button))) },
    ]);

    // Shown beside the subject in the list of mails, and nowhere else.
    private static string Preview(Message message) => message.Summary is null
        ? ""
        : $"<div style=\"display:none;max-height:0;overflow:hidden;mso-hide:all;\">{Html.Text(message.Summary)}</div>";

    private static string Label(Level level) => level == Level.Info
        ? ""
        : $"<p style=\"margin:0 0 4px 0;font-size:13px;line-height:18px;font-weight:bold;color:{Colour(level)};\">{(level == Level.Urgent ? "Urgent" : "Attention")}</p>\n";

    private static string Colour(Level level) => level switch { Level.Urgent => "#d1343b", Level.Attention => "#c77700", _ => "#3b78c4" };
}
