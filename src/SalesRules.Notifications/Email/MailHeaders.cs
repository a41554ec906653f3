using System.Net.Mail;
using System.Security.Cryptography;
using System.Text;
using SalesRules.Notifications.Messages;

namespace SalesRules.Notifications.Email;

/// <summary>What mail clients and servers read: that a program sends, and which mail is the same mail. The date is the framework's.</summary>
internal static class MailHeaders
{
    public static void Add(MailMessage mail, Message message)
    {
        var domain = mail.From!.Host;
        mail.Headers["Message-ID"] = MessageId(message.Key, domain);
        // No out-of-office replies to a program: the standard's word (RFC 3834) and Exchange's.
        mail.Headers["Auto-Submitted"] = "auto-generated";
        mail.Headers["X-Auto-Response-Suppress"] = "All";
        mail.Headers["List-Id"] = $"SalesRules <salesrules.{domain}>";
        mail.Headers["X-SalesRules-Key"] = message.Key;
        if (message.Level == Level.Urgent)
            mail.Priority = MailPriority.High;
    }

    /// <summary>The same key, the same id: servers and clients that look for repeats show one.</summary>
    public static string MessageId(string key, string domain) =>
        $"<{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16))}@{domain}>";
}
