using SalesRules.Host.Alerts;
using SalesRules.Journal.Messages;
using SalesRules.Notifications.Channels;
using SalesRules.Notifications.Deliveries;
using SalesRules.Notifications.Messages;

namespace SalesRules.Host.Tests.Alerts;

[OnEachDatabase]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class PostmanTests(DatabaseKind database)
{
    private static readonly Verdict Down = new Verdict.RetryLater(null, "The mail server does not answer.");
    private static readonly Verdict Taken = new Verdict.Delivered();

    [Test]
    public async Task What_is_due_goes_out_once_by_the_first_channel()
    {
        var (slack, mail) = (ScriptedChannel.That("slack", () => Taken), ScriptedChannel.That("mail", () => Taken));
        await using var office = await PostOffice.OpenAsync(database, slack, mail);
        await office.QueueAsync("ana", "a", "b");

        var postman = office.Postman(PostOffice.Person("ana", null, "slack", "mail"));
        Assert.That(await postman.SendDueAsync(PostOffice.Org, null, default), Is.EqualTo(new PostTally(2, 0, 0)));
        Assert.That(await postman.SendDueAsync(PostOffice.Org, null, default), Is.EqualTo(PostTally.None));

        Assert.That(slack.Given.Select(one => one.Key), Is.EquivalentTo(new[] { "a", "b" }));
        Assert.That(mail.Given, Is.Empty);
    }

    [Test]
    public async Task A_channel_that_is_down_for_an_hour_loses_nothing_and_gives_way_to_the_next()
    {
        MovingClock? clock = null;
        var start = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
        var (slack, mail) = (ScriptedChannel.That("slack", () => clock!.Now < start.AddHours(1) ? Down : Taken), ScriptedChannel.That("mail", () => Taken));
        await using var office = await PostOffice.OpenAsync(database, slack, mail);
        clock = office.Clock;
        await office.QueueAsync("ana", "a");

        await office.PassAsync(TimeSpan.FromHours(1), office.Postman(PostOffice.Person("ana", null, "slack", "mail")));

        var message = await office.TheMessageAsync();
        Assert.That(message.State, Is.EqualTo(MessageState.Delivered));
        Assert.That(message.Attempts.Select(attempt => attempt.Channel), Is.EqualTo(new[] { "slack", "slack", "slack", "slack", "slack", "mail" }));
        Assert.That(message.EndedAt - start, Is.InRange(TimeSpan.FromMinutes(6), TimeSpan.FromMinutes(8)), "the waits of 30 s, 1, 2 and 4 minutes, each up to a fifth shorter");
        Assert.That(mail.Given, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task When_every_channel_is_down_for_an_hour_everybody_is_told_after_it_and_once()
    {
        MovingClock? clock = null;
        var start = new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);
        Verdict Answer() => clock!.Now < start.AddHours(1) ? Down : Taken;
        var (slack, mail) = (ScriptedChannel.That("slack", Answer), ScriptedChannel.That("mail", Answer));
        await using var office = await PostOffice.OpenAsync(database, slack, mail);
        clock = office.Clock;
        await office.QueueAsync("ana", "a", "b");
        await office.QueueAsync("only-mail", "a");
        var postman = office.Postman(PostOffice.Person("ana", null, "slack", "mail"), PostOffice.Person("only-mail", null, "mail"));

        await office.PassAsync(TimeSpan.FromHours(3), postman);

        var messages = await office.Journal.MessagesAsync(PostOffice.Org, null, 10);
        Assert.That(messages.Select(message => message.State), Is.All.EqualTo(MessageState.Delivered));
        Assert.That(messages.Select(message => message.Attempts.Count(attempt => attempt.Outcome == AttemptOutcome.Delivered)), Is.All.EqualTo(1));
        Assert.That(messages.Select(message => message.EndedAt!.Value - start), Is.All.LessThan(TimeSpan.FromHours(2)));
    }

    [Test]
    public async Task A_message_that_no_channel_takes_is_given_up_with_the_reason_on_record()
    {
        var mail = ScriptedChannel.That("mail", () => new Verdict.Refused("There is no such mailbox."));
        await using var office = await PostOffice.OpenAsync(database, mail);
        await office.QueueAsync("ana", "a");

        Assert.That(await office.Postman(PostOffice.Person("ana", null, "mail")).SendDueAsync(PostOffice.Org, null, default), Is.EqualTo(new PostTally(0, 0, 1)), "one try, counted once");

        var message = await office.TheMessageAsync();
        Assert.That((message.State, message.Attempts.Single().Reason), Is.EqualTo((MessageState.GivenUp, "There is no such mailbox.")));
        Assert.That(MessageTrouble.Of(await office.Journal.MessageCountsAsync(PostOffice.Org, office.Clock.Now), office.Clock.Now), Does.StartWith("A message was given up"));
    }

    [Test]
    public async Task A_refusal_that_goes_on_by_the_next_channel_is_a_failed_try_until_none_is_left()
    {
        var (slack, mail) = (ScriptedChannel.That("slack", () => new Verdict.Refused("The webhook was removed.")), ScriptedChannel.That("mail", () => new Verdict.Refused("There is no such mailbox.")));
        await using var office = await PostOffice.OpenAsync(database, slack, mail);
        await office.QueueAsync("ana", "a");

        Assert.That(await office.Postman(PostOffice.Person("ana", null, "slack", "mail")).SendDueAsync(PostOffice.Org, null, default), Is.EqualTo(new PostTally(0, 1, 1)));
    }

    [Test]
    public async Task A_message_that_was_given_up_is_sent_after_it_was_put_back_and_its_first_tries_stay_on_record()
    {
        var mended = false;
        var mail = ScriptedChannel.That("mail", () => mended ? Taken : new Verdict.Refused("The password is wrong."));
        await using var office = await PostOffice.OpenAsync(database, mail);
        var postman = office.Postman(PostOffice.Person("ana", null, "mail"));
        await office.QueueAsync("ana", "a");
        await office.PassAsync(TimeSpan.FromDays(5), postman);
        Assert.That((await office.TheMessageAsync()).State, Is.EqualTo(MessageState.GivenUp));

        mended = true;
        Assert.That(await office.Journal.RequeueAsync(PostOffice.Org), Is.EqualTo(1));
        Assert.That(await postman.SendDueAsync(PostOffice.Org, null, default), Is.EqualTo(new PostTally(1, 0, 0)));

        var message = await office.TheMessageAsync();
        Assert.That(message.State, Is.EqualTo(MessageState.Delivered));
        Assert.That(message.Attempts.Select(attempt => attempt.Outcome), Is.EqualTo(new[] { AttemptOutcome.Refused, AttemptOutcome.Requeued, AttemptOutcome.Delivered }));
        Assert.That(await office.Journal.RequeueAsync(PostOffice.Org), Is.Zero, "what is delivered stays so");
    }

    [Test]
    public async Task In_quiet_hours_a_message_waits_for_the_morning()
    {
        var mail = ScriptedChannel.That("mail", () => Taken);
        await using var office = await PostOffice.OpenAsync(database, mail);
        var postman = office.Postman(PostOffice.Person("ana", new QuietHours(TimeZoneInfo.Utc, new TimeOnly(20, 0), new TimeOnly(9, 0)), "mail"));
        await office.QueueAsync("ana", "a");

        await office.PassAsync(TimeSpan.FromHours(1) - TimeSpan.FromMilliseconds(1), postman);
        Assert.That(mail.Given, Is.Empty);
        Assert.That((await office.TheMessageAsync()).Attempts, Is.Empty);
        await office.PassAsync(TimeSpan.FromMilliseconds(1), postman);
        Assert.That(mail.Given, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_recipient_who_is_gone_from_the_settings_is_not_tried_for_ever()
    {
        await using var office = await PostOffice.OpenAsync(database, ScriptedChannel.That("mail", () => Taken));
        await office.QueueAsync("gone", "a");

        await office.Postman().SendDueAsync(PostOffice.Org, null, default);

        Assert.That((await office.TheMessageAsync()).State, Is.EqualTo(MessageState.GivenUp));
    }

    [Test]
    public async Task A_channel_that_breaks_in_a_way_nobody_foresaw_holds_up_nobody_else()
    {
        var odd = new ScriptedChannel("odd", (message, _) => message.Key == "bad" ? throw new InvalidOperationException() : Taken);
        await using var office = await PostOffice.OpenAsync(database, odd);
        await office.QueueAsync("ana", "bad", "good");

        Assert.That(await office.Postman(PostOffice.Person("ana", null, "odd")).SendDueAsync(PostOffice.Org, null, default), Is.EqualTo(new PostTally(1, 1, 0)));
        Assert.That((await office.Journal.MessagesAsync(PostOffice.Org, MessageState.Waiting, 10)).Single().Attempts.Single().Reason, Does.Contain("InvalidOperationException"));
    }

    [Test]
    public async Task A_stop_in_the_middle_of_a_try_gives_the_message_back_at_once()
    {
        using var stop = new CancellationTokenSource();
        var stops = true;
        var mail = new ScriptedChannel("mail", (_, _) =>
        {
            if (!stops)
                return Taken;
            stop.Cancel();
            throw new OperationCanceledException(stop.Token);
        });
        await using var office = await PostOffice.OpenAsync(database, mail);
        await office.QueueAsync("ana", "a");
        var postman = office.Postman(PostOffice.Person("ana", null, "mail"));

        Assert.That(async () => await postman.SendDueAsync(PostOffice.Org, null, stop.Token), Throws.InstanceOf<OperationCanceledException>());
        stops = false;
        Assert.That((await postman.SendDueAsync(PostOffice.Org, null, default)).Delivered, Is.EqualTo(1));
    }

    [Test]
    public async Task The_address_of_a_person_goes_to_channels_for_mail_that_have_none_of_their_own()
    {
        var (mail, slack) = (ScriptedChannel.That("mail", () => Down), ScriptedChannel.That("slack", () => Taken));
        await using var office = await PostOffice.OpenAsync(database, mail, slack);
        var owner = PostOffice.Person("owner", null, "mail", "slack") with { Plan = new DeliveryPlan(new Escalation(["mail", "slack"], 1), Backoff.Default) };
        await office.Journal.QueueAsync(PostOffice.Org, [new Letter("005A0000001ABCdIAG", "owner", "ana@sales.example", new Message { Key = "k", Title = "T" }).ToQueued()]);

        await office.Postman(owner).SendDueAsync(PostOffice.Org, null, default);

        Assert.That(mail.Given.Single().To, Is.EqualTo(new Recipient("005A0000001ABCdIAG", "ana@sales.example", "ana@sales.example")));
        Assert.That(slack.Given.Single().To, Is.EqualTo(new Recipient("005A0000001ABCdIAG", null, "ana@sales.example")), "no address there, and known by name");
    }

    [Test]
    public async Task Two_nodes_that_both_live_send_nothing_twice()
    {
        var mail = ScriptedChannel.That("mail", () => Taken);
        await using var office = await PostOffice.OpenAsync(database, mail);
        var ana = PostOffice.Person("ana", null, "mail");
        string[] keys = [.. Enumerable.Range(0, 50).Select(number => $"m{number}")];
        await office.QueueAsync("ana", keys);
        var (one, other) = (await office.NodeAsync(ana), await office.NodeAsync(ana));
        await using var first = one.Journal;
        await using var second = other.Journal;

        await Task.WhenAll(one.Postman.SendDueAsync(PostOffice.Org, null, default), other.Postman.SendDueAsync(PostOffice.Org, null, default));

        Assert.That(mail.Given.Select(given => given.Key), Is.EquivalentTo(keys));
    }
}
