using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Tests.Channels;
using SalesRules.Notifications.Tests.Smtp;

namespace SalesRules.Notifications.Tests.Email;

/// <summary>Against a real server on this machine, through TLS.</summary>
[Parallelizable(ParallelScope.All)]
internal sealed class EmailChannelTests
{
    private static readonly Recipient Ana = new("ana", "Ana Tórres <ana@sales.example>");

    [Test]
    public async Task A_mail_is_handed_over_through_TLS_after_a_sign_in()
    {
        await using var server = new SmtpServer();

        Assert.That(await SendAsync(server), Is.InstanceOf<Verdict.Delivered>());

        var mail = server.Mails.Single();
        Assert.That((mail.From, mail.To, mail.User, mail.OverTls), Is.EqualTo(("rules@sales.example", "ana@sales.example", SmtpServer.User, true)));
    }

    [Test]
    public async Task Nothing_but_the_wish_for_TLS_goes_over_the_wire_before_it()
    {
        await using var server = new SmtpServer();

        await SendAsync(server);

        var plain = server.Lines.Where(line => line.StartsWith("plain", StringComparison.Ordinal)).Select(line => line.Split(' ')[1]);
        Assert.That(plain, Is.EqualTo(new[] { "EHLO", "STARTTLS" }));
    }

    [Test]
    public async Task A_server_without_STARTTLS_is_told_nothing()
    {
        await using var server = new SmtpServer { OffersStartTls = false };

        Assert.That(await RefusalAsync(server), Does.Contain($"127.0.0.1:{server.Port} does not offer STARTTLS, so nothing was sent."));
        Assert.That(server.Lines.Select(line => line.Split(' ')[1]), Is.All.EqualTo("EHLO"));
    }

    [Test]
    public async Task A_certificate_that_is_not_trusted_ends_it_with_what_to_do()
    {
        await using var server = new SmtpServer { Certificate = TestCertificate.Unknown };

        Assert.That(await RefusalAsync(server), Does.Contain("this machine does not trust the certificate").And.Contain("install its authority"));
        Assert.That(server.Mails, Is.Empty);
    }

    [Test]
    public async Task A_wrong_password_is_refused_and_repeated_nowhere()
    {
        await using var server = new SmtpServer();

        var reason = await RefusalAsync(server, ("Password", "a wrong one"));

        Assert.That(reason, Does.Contain("did not accept the sign-in. Check Channels:sales:User and Password"));
        Assert.That(reason, Does.Not.Contain("a wrong one").And.Not.Contain(server.Password));
    }

    [Test]
    public async Task A_server_that_wants_a_sign_in_says_so_where_none_is_set()
    {
        await using var server = new SmtpServer();

        Assert.That(await RefusalAsync(server, ("User", ""), ("Password", "")), Does.Contain("wants a sign-in. Set Channels:sales:User and Password."));
    }

    [Test]
    public async Task A_server_that_trusts_this_machine_needs_no_sign_in()
    {
        await using var server = new SmtpServer { Mechanisms = "" };

        Assert.That(await SendAsync(server, ("User", ""), ("Password", "")), Is.InstanceOf<Verdict.Delivered>());
    }

    [TestCase("GREETING", "421 4.3.2 Closing", "421 4.3.2")]
    [TestCase("STARTTLS", "454 4.7.0 Not now", "454 4.7.0")]
    [TestCase("MAIL", "451 4.3.0 Later", "451 4.3.0")]
    [TestCase("RCPT", "450 4.2.1 Greylisted", "450 4.2.1")]
    [TestCase("DATA", "451 No code of the newer kind", "451,")]
    [TestCase("END", "452 4.3.1 Disk full", "452 4.3.1")]
    public async Task What_a_server_puts_off_is_tried_again(string at, string reply, string said)
    {
        await using var server = new SmtpServer();
        server.Faults[at] = reply;

        Assert.That((await RetryAsync(server)).Reason, Does.Contain($"the mail server says {said}"));
    }

    [TestCase("MAIL", "550 5.7.1 Not as this sender", "it does not let us send as Channels:sales:From")]
    [TestCase("RCPT", "550 5.1.1 No such user", "says 550 5.1.1 for ana: it takes no mail for that address")]
    [TestCase("RCPT", "553 5.1.3 Bad address", "says 553 5.1.3 for ana")]
    [TestCase("END", "552 5.3.4 Too large", "larger than it takes")]
    [TestCase("END", "554 5.6.0 Spam", "Its log says why")]
    public async Task What_a_server_refuses_is_not_tried_again(string at, string reply, string sentence)
    {
        await using var server = new SmtpServer();
        server.Faults[at] = reply;

        Assert.That(await RefusalAsync(server), Does.Contain(sentence));
    }

    [TestCase("GREETING", "HTTP/1.1 400 Bad Request")]
    [TestCase("EHLO", "what?")]
    [TestCase("MAIL", "-1 no")]
    [TestCase("RCPT", "9999")]
    [TestCase("END", "")]
    public async Task A_server_that_speaks_no_SMTP_is_no_delivery_and_no_crash(string at, string reply)
    {
        await using var server = new SmtpServer();
        server.Faults[at] = reply;

        Assert.That(await SendAsync(server, ("Timeout", "00:00:02")), Is.Not.InstanceOf<Verdict.Delivered>());
    }

    [TestCase("GREETING")]
    [TestCase("EHLO")]
    [TestCase("STARTTLS")]
    [TestCase("AUTH")]
    [TestCase("MAIL")]
    [TestCase("RCPT")]
    [TestCase("DATA")]
    public async Task A_connection_that_breaks_anywhere_is_tried_again(string at)
    {
        await using var server = new SmtpServer();
        server.Faults[at] = "DROP";

        Assert.That((await RetryAsync(server)).Reason, Does.Contain("the connection to ").And.Contain(" broke"));
    }

    [Test]
    public async Task A_connection_that_breaks_behind_the_data_is_tried_again_as_the_same_mail()
    {
        await using var server = new SmtpServer();
        server.Faults["END"] = "DROP";

        Assert.That((await RetryAsync(server)).Reason, Does.Contain("it may have arrived. It is tried again."));
        server.Faults.Clear();
        Assert.That(await SendAsync(server), Is.InstanceOf<Verdict.Delivered>());

        Assert.That(server.Mails.Select(mail => mail.Header("Message-ID")).Distinct().ToList(), Has.Count.EqualTo(1));
        Assert.That(server.Mails, Has.Count.EqualTo(2));
    }

    [TestCase("GREETING")]
    [TestCase("END")]
    public async Task A_server_that_says_nothing_is_given_up_in_time(string at)
    {
        await using var server = new SmtpServer();
        server.Faults[at] = "HANG";

        Assert.That((await RetryAsync(server, ("Timeout", "00:00:01"))).Reason, Does.Contain("did not answer within 00:00:01"));
    }

    [TestCase("GREETING")]
    [TestCase("END")]
    public async Task A_caller_who_gives_up_is_told_so_at_once(string at)
    {
        await using var server = new SmtpServer();
        server.Faults[at] = "HANG";
        await using var setup = Setup.Email(server, ("Timeout", "00:05:00"));
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));

        await Assert.ThatAsync(() => setup.Channel.SendAsync(Samples.Alert, Ana, patience.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Nobody_listening_is_tried_again()
    {
        var server = new SmtpServer();
        await server.DisposeAsync();
        await using var setup = Setup.Email(server, ("Port", "1"));

        var verdict = await setup.Channel.SendAsync(Samples.Alert, Ana, CancellationToken.None);

        Assert.That(((Verdict.RetryLater)verdict).Reason, Does.Contain("no connection to 127.0.0.1:1."));
    }

    [TestCase("", "ana has no usable mail address")]
    [TestCase("not an address", "ana has no usable mail address")]
    [TestCase("tórres@sales.example", "ana has no usable mail address")]
    public async Task Nobody_to_write_to_is_refused(string address, string sentence)
    {
        await using var server = new SmtpServer();
        await using var setup = Setup.Email(server);

        var verdict = await setup.Channel.SendAsync(Samples.Alert, new Recipient("ana", address), CancellationToken.None);

        Assert.That(((Verdict.Refused)verdict).Reason, Does.Contain(sentence));
    }

    [Test]
    public async Task The_address_of_the_settings_stands_in_for_a_missing_one()
    {
        await using var server = new SmtpServer();
        await using var setup = Setup.Email(server, ("To", "sales@sales.example"));

        await setup.Channel.SendAsync(Samples.Alert, new Recipient("ana"), CancellationToken.None);

        Assert.That(server.Mails.Single().To, Is.EqualTo("sales@sales.example"));
    }

    private static async Task<Verdict> SendAsync(SmtpServer server, params (string Key, string Value)[] settings)
    {
        await using var setup = Setup.Email(server, settings);
        return await setup.Channel.SendAsync(Samples.Alert, Ana, CancellationToken.None);
    }

    private static async Task<Verdict.RetryLater> RetryAsync(SmtpServer server, params (string Key, string Value)[] settings)
    {
        var verdict = await SendAsync(server, settings);
        Assert.That(verdict, Is.InstanceOf<Verdict.RetryLater>());
        return (Verdict.RetryLater)verdict;
    }

    private static async Task<string> RefusalAsync(SmtpServer server, params (string Key, string Value)[] settings)
    {
        var verdict = await SendAsync(server, settings);
        Assert.That(verdict, Is.InstanceOf<Verdict.Refused>());
        return ((Verdict.Refused)verdict).Reason;
    }
}
