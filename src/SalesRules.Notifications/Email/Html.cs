using System.Net;
using SalesRules.Notifications.Messages;

namespace SalesRules.Notifications.Email;

/// <summary>Pieces of HTML. No text colour is set for ordinary text: clients choose one that suits their background.</summary>
internal static class Html
{
    public const string Font = "font-family:'Segoe UI',Helvetica,Arial,sans-serif;font-size:15px;line-height:22px;";
    public const string Small = "font-size:12px;line-height:18px;";
    public const string LinkColour = "#3b78c4";

    public static string Text(string text) => WebUtility.HtmlEncode(text).Replace("\n", "<br>\n", StringComparison.Ordinal);

    public static string Of(Inline text) => text.Link is null
        ? Text(text.Text)
        : $"<a href=\"{Address(text.Link)}\" style=\"color:{LinkColour};text-decoration:underline;\">{Text(text.Text)}</a>";

    public static string Address(Uri link) => WebUtility.HtmlEncode(link.AbsoluteUri);

    /// <summary>A row of the page.</summary>
    public static string Row(string content) => $"<tr><td style=\"{Font}padding:16px 0 0 0;\">\n{content}\n</td></tr>";
}
