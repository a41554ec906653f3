using SalesRules.Host.Commands;
using SalesRules.Journal.Slots;

namespace SalesRules.Host.Schedules.Ledger;

/// <summary>Which slots a schedule's words make: pure, and the same on every node. A slot is the instant at which it is due.</summary>
internal static class DueSlots
{
    /// <summary>The slots that are due and have no row yet, oldest first.</summary>
    /// <exception cref="CommandException">The journal holds words that this machine cannot read.</exception>
    public static IEnumerable<DateTimeOffset> Of(ScheduleAccount account, DateTimeOffset now) =>
        account.Terms.SelectMany(terms => Between(terms, Later(terms.Since, account.Last?.DueAt), Earlier(now, terms.EndedAt)));

    /// <summary>The slots after one instant, up to and including another.</summary>
    /// <exception cref="CommandException">As <see cref="Of"/>.</exception>
    public static IEnumerable<DateTimeOffset> Between(ScheduleTerms terms, DateTimeOffset after, DateTimeOffset upTo)
    {
        var (cron, zone) = Read(terms);
        for (var slot = cron.NextAfter(after, zone); slot <= upTo; slot = cron.NextAfter(slot.Value, zone))
            yield return slot.Value.ToUniversalTime();
    }

    private static (CronTimes Cron, TimeZoneInfo Zone) Read(ScheduleTerms terms)
    {
        try
        {
            return (CronTimes.Parse(terms.Cron), TimeZoneInfo.FindSystemTimeZoneById(terms.TimeZone));
        }
        catch (Exception problem) when (problem is FormatException or TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw CommandException.WrongInput(
                $"The journal has the schedule {terms.Schedule} due at '{terms.Cron}' in {terms.TimeZone}, which cannot be read here: {problem.Message} Use the version of SalesRules that wrote it, on a machine that knows the zone.");
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset? other) => other > one ? other.Value : one;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset? other) => other < one ? other.Value : one;
}
