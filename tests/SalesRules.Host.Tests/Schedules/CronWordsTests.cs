using SalesRules.Host.Schedules;

namespace SalesRules.Host.Tests.Schedules;

internal sealed class CronWordsTests
{
    [TestCase("30 2 * * *", "every day at 02:30")]
    [TestCase("0 30 2 * * ?", "every day at 02:30")]
    [TestCase("0 7-19 * * 1-5", "Monday to Friday every hour from 07:00 to 19:00")]
    [TestCase("0 0 7-19 ? * MON-FRI", "Monday to Friday every hour from 07:00 to 19:00")]
    [TestCase("0 0 7 ? * 2", "Monday at 07:00")]
    [TestCase("0 7 * * 1", "Monday at 07:00")]
    [TestCase("0 7 * * 7", "Sunday at 07:00")]
    [TestCase("0 8,16 * * 1,3", "Monday, Wednesday at 08:00, 16:00")]
    [TestCase("*/15 * * * *", "every day every 15 minutes")]
    [TestCase("*/15 9-17 * * 1-5", "Monday to Friday every 15 minutes from 09:00 to 17:59")]
    [TestCase("5 * * * *", "every day every hour at minute 5")]
    [TestCase("* * * * *", "every day every minute")]
    public void A_simple_cron_is_said_in_words(string cron, string words) => Assert.That(CronTimes.Parse(cron).InWords, Is.EqualTo(words));

    [TestCase("0 0 1 * *", Description = "a day of the month")]
    [TestCase("0 0 * 6 *", Description = "a month")]
    [TestCase("*/7 * * * *", Description = "a step that does not divide the hour")]
    [TestCase("30 0 2 * * ?", Description = "a second")]
    [TestCase("0 */2 * * *", Description = "a step of hours")]
    [TestCase("0 0 ? * 2#1 *", Description = "the first Monday")]
    public void What_is_not_simple_has_no_words(string cron) => Assert.That(CronWords.Of(cron.Split(' ')), Is.Null);
}
