using SalesRules.Digests;
using SalesRules.Host.Schedules;

namespace SalesRules.Host.Tests.Schedules;

public class ScheduleCommandsTests
{
    [TestCase("sync")]
    [TestCase("digest pipeline --send")]
    [TestCase("digest deals --send --every-other-week 2026-03-05")]
    [TestCase("digest deals --by manager --send --team 005000000000001AAA")]
    public void A_sync_and_a_digest_that_is_sent_are_commands_of_schedules(string command) => Assert.That(ScheduleCommands.ProblemOf(command), Is.Null);

    [TestCase("dance", "'dance' is no command of a schedule: expected sync, or a digest that is sent, such as digest pipeline --send.")]
    [TestCase("run", "'run' is no command of a schedule: expected sync")]
    [TestCase("digest", "'digest' is no command of a schedule: expected sync")]
    [TestCase("digest pipeline", "'digest pipeline' would print into the void: add --send")]
    [TestCase("digest pipeline --send --out x.html", "leave out --format and --out")]
    [TestCase("digest pov --send --every-other-week soon", "--every-other-week: 'soon' is not a date such as 2026-03-02.")]
    [TestCase("digest pov --send --as-of 2026-03-02", "--as-of is the worker's own.")]
    [TestCase("digest pov --send --by manager", "'--by'")]
    public void Anything_else_is_told_with_what_to_do(string command, string problem) => Assert.That(ScheduleCommands.ProblemOf(command), Does.Contain(problem));

    [Test]
    public void A_digest_is_read_whole()
    {
        var order = ScheduleCommands.DigestOf("digest deals --by manager --send --since 2026-02-01 --every-other-week 2026-03-05")!;

        Assert.That((order.Kind, order.Send, order.Since, order.Fortnight), Is.EqualTo((DigestKind.Reviews, true, (DateOnly?)new DateOnly(2026, 2, 1), (DateOnly?)new DateOnly(2026, 3, 5))));
        Assert.That(ScheduleCommands.DigestOf("sync"), Is.Null);
    }

    [TestCase("pipeline", 7)]
    [TestCase("deals", 14)]
    [TestCase("renewals", 7)]
    public void The_last_review_is_as_long_ago_as_the_meeting_is_regular(string kind, int days)
    {
        var today = new DateOnly(2026, 3, 2);

        Assert.That(ScheduleCommands.DigestOf($"digest {kind} --send")!.On(today).Since, Is.EqualTo(today.AddDays(-days)));
    }
}
