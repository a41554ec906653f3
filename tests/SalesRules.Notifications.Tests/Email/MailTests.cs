using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Email;
using SalesRules.Notifications.Messages;
using SalesRules.Notifications.Tests.Channels;
using SalesRules.Notifications.Tests.Smtp;

namespace SalesRules.Notifications.Tests.Email;

/// <summary>What a mail server gets to see.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class MailTests
{
    [Test]
    public async Task The_headers_say_that_a_program_sends_and_which_mail_it_is()
    {
        var mail = await ReceiveAsync(Samples.Alert, ("ReplyTo", "ops@sales.example"));

        Assert.That(mail.Header("Message-ID"), Does.Match("^<[0-9a-f]{32}@sales.example>$"));
        Assert.That(mail.Header("Auto-Submitted"), Is.EqualTo("auto-generated"));
        Assert.That(mail.Header("List-Id"), Is.EqualTo("SalesRules <salesrules.sales.example>"));
        Assert.That(mail.Header("X-SalesRules-Key"), Is.EqualTo(Samples.Alert.Key));
        Assert.That(mail.Header("Reply-To"), Is.EqualTo("ops@sales.example"));
        Assert.That(mail.Header("X-Priority"), Is.EqualTo("1"));
        Assert.That(mail.Headers.Count(header => header.Name == "Date"), Is.EqualTo(1));
    }

    [Test]
    public async Task Subject_and_sender_keep_their_letters()
    {
        var mail = await ReceiveAsync(Samples.Alert);

        Assert.That(mail.Header("Subject"), Does.StartWith("=?utf-8?"));
        Assert.That(mail.Header("From"), Is.EqualTo("=?utf-8?Q?Sales_r=C3=BCles?= <rules@sales.example>"));
    }

    [Test]
    public async Task The_same_key_has_the_same_id_and_another_key_another_one()
    {
        var (first, again, other) = (await ReceiveAsync(Samples.Alert), await ReceiveAsync(Samples.Alert), await ReceiveAsync(Samples.Digest));

        Assert.That(again.Header("Message-ID"), Is.EqualTo(first.Header("Message-ID")).And.Not.EqualTo(other.Header("Message-ID")));
    }

    [Test]
    public async Task Both_texts_arrive_as_they_were_written()
    {
        var mail = await ReceiveAsync(Samples.Digest);

        Assert.That(mail.Header("Content-Type"), Does.StartWith("multipart/alternative"));
        Assert.That(mail.Part("text/plain").ReplaceLineEndings("\n"), Is.EqualTo(TextBody.Render(Samples.Digest)));
        Assert.That(mail.Part("text/html").ReplaceLineEndings("\n"), Is.EqualTo(HtmlBody.Render(Samples.Digest)));
        Assert.That(mail.Data.IndexOf("text/plain", StringComparison.Ordinal), Is.LessThan(mail.Data.IndexOf("text/html", StringComparison.Ordinal)));
    }

    [Test]
    public async Task Lines_that_begin_with_dots_survive_the_protocol()
    {
        var mail = await ReceiveAsync(Samples.With(new Paragraph(".\n..\n.hidden\nü " + new string('x', 500))));

        Assert.That(mail.Part("text/plain").ReplaceLineEndings("\n"), Does.Contain("\n.\n..\n.hidden\nü\n" + new string('x', 500)));
        Assert.That(mail.Data.Split("\r\n"), Is.All.Length.LessThanOrEqualTo(998));
    }

    private static async Task<ReceivedMail> ReceiveAsync(Message message, params (string Key, string Value)[] settings)
    {
        await using var server = new SmtpServer();
        await using var setup = Setup.Email(server, settings);
        Assert.That(await setup.Channel.SendAsync(message, new Recipient("ana", "ana@sales.example"), CancellationToken.None), Is.InstanceOf<Verdict.Delivered>());
        return server.Mails.Single();
    }
}
