namespace SalesRules.Host.Schedules;

/// <summary>One job of the section Schedules: its name is the key.</summary>
internal sealed class ScheduleOptions
{
    public const string Section = "Schedules";

    /// <summary>Five fields as in crontab, or Quartz's six with seconds.</summary>
    public string Cron { get; set; } = "";

    /// <summary>An IANA name such as Europe/Berlin; null: the policy's business time zone.</summary>
    public string? TimeZone { get; set; }

    public bool Enabled { get; set; } = true;

    /// <summary>What to run: "sync", or a digest that is sent, such as "digest pipeline --send".</summary>
    public string Command { get; set; } = "sync";
}
