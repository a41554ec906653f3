using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using SalesRules.Notifications.Messages;

namespace SalesRules.Notifications.Email;

/// <summary>A message as a mail: the same content as text and as HTML.</summary>
internal static class Mail
{
    // A line of a header has 998 bytes at most; clients show some 70.
    private const int LongestSubject = 200;

    public static MailMessage Of(Message message, MailAddress from, MailAddress to, MailAddress? replyTo)
    {
        var mail = new MailMessage(from, to) { Subject = message.Title.Shorten(LongestSubject), SubjectEncoding = Encoding.UTF8, HeadersEncoding = Encoding.UTF8 };
        if (replyTo is not null)
            mail.ReplyToList.Add(replyTo);
        MailHeaders.Add(mail, message);
        // From the plainest to the richest: clients take the last that they can show.
        mail.AlternateViews.Add(View(TextBody.Render(message), MediaTypeNames.Text.Plain));
        mail.AlternateViews.Add(View(HtmlBody.Render(message), MediaTypeNames.Text.Html));
        return mail;
    }

    private static AlternateView View(string body, string mediaType)
    {
        var view = AlternateView.CreateAlternateViewFromString(body.ReplaceLineEndings("\r\n"), Encoding.UTF8, mediaType);
        view.TransferEncoding = TransferEncoding.QuotedPrintable;
        return view;
    }
}
