using System.Text.RegularExpressions;
using Quartz;

namespace SalesRules.Host.Schedules;

/// <summary>A cron text as the settings write it, and the times that it means. Times follow the zone's clock on the wall.</summary>
internal sealed partial class CronTimes
{
    private const int FieldsOfCrontab = 5;
    private const int FieldsOfQuartz = 6;
    private static readonly char[] Blanks = [' ', '\t'];

    private readonly CronExpression expression;

    private CronTimes(string text, CronExpression expression, string? inWords)
    {
        Text = text;
        this.expression = expression;
        InWords = inWords;
    }

    /// <summary>As the settings write it.</summary>
    public string Text { get; }

    /// <summary>The same in Quartz's six fields.</summary>
    public string QuartzText => expression.CronExpressionString;

    /// <summary>Such as "every day at 02:30"; null where words would say less than the fields do.</summary>
    public string? InWords { get; }

    /// <exception cref="FormatException">It is no cron; says what was expected.</exception>
    public static CronTimes Parse(string text)
    {
        var fields = text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        var format = fields.Length switch
        {
            FieldsOfCrontab => CronFormat.Unix,
            FieldsOfQuartz => CronFormat.Quartz,
            _ => throw new FormatException(
                $"'{text}' has {fields.Length} field(s); expected five as in crontab (minute hour day month weekday), such as 0 7-19 * * 1-5, or Quartz's six with seconds first."),
        };
        if (fields.Select(field => QuartzsOwnNumbers().Match(field)).FirstOrDefault(match => match.Success) is { } number)
            throw new FormatException($"'{text}' is no cron: {number.Value} is above what any field can hold.");
        var expression = Parse(text, string.Join(' ', fields), format);
        return expression.GetNextValidTimeAfter(DateTimeOffset.UnixEpoch) is null
            ? throw new FormatException($"'{text}' never comes: there is no such day.")
            : new CronTimes(text, expression, CronWords.Of(fields));
    }

    /// <summary>The first time after an instant; null: it never comes again.</summary>
    public DateTimeOffset? NextAfter(DateTimeOffset instant, TimeZoneInfo zone) =>
        expression.WithTimeZone(zone).GetNextValidTimeAfter(instant) is { } next ? TimeZoneInfo.ConvertTime(next, zone) : null;

    /// <summary>98 and 99 mean "any" and "every" to Quartz, where they should be errors.</summary>
    [GeneratedRegex("(?<![0-9])0*9[89](?![0-9])")]
    private static partial Regex QuartzsOwnNumbers();

    private static CronExpression Parse(string text, string normalised, CronFormat format)
    {
        try
        {
            return CronExpression.Parse(normalised, format);
        }
        catch (FormatException problem)
        {
            throw new FormatException($"'{text}' is no cron: {problem.Message.TrimEnd('.')}.", problem);
        }
    }
}
