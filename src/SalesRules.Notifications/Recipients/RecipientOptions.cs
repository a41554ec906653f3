namespace SalesRules.Notifications.Recipients;

/// <summary>Somebody who is told, as they stand in the settings: <c>Recipients:NAME</c>. All text, so that what is wrong is said by its key.</summary>
public sealed class RecipientOptions
{
    /// <summary>The name of the configuration section.</summary>
    public const string Section = "Recipients";

    /// <summary>
    /// The ways to reach them, in order: a channel, or <c>CHANNEL:ADDRESS</c> where it reaches many, such as <c>mail:ana@example.com</c>.
    /// </summary>
    public IList<string> Channels { get; set; } = [];

    /// <summary>Their user in Salesforce, by id: what goes to that user, such as to a deal's owner, goes to them.</summary>
    public string? User { get; set; }

    /// <summary>How often a channel may fail before the next one's turn: 5 by default.</summary>
    public string? MostFailures { get; set; }

    /// <summary>Where they are, by IANA name such as <c>Europe/Berlin</c>. Needed for quiet hours, business days and holidays.</summary>
    public string? TimeZone { get; set; }

    /// <summary>When they are left alone, such as <c>20:00-07:00</c>. None: at no hour.</summary>
    public string? QuietHours { get; set; }

    /// <summary>The days on which they work, such as <c>Mon,Tue,Wed,Thu,Fri</c>, which is the default where a time zone is set.</summary>
    public string? BusinessDays { get; set; }

    /// <summary>Further days on which they are left alone, such as <c>2026-12-25</c>.</summary>
    public IList<string> Holidays { get; set; } = [];

    /// <summary>True: urgent messages reach them at any time. False by default.</summary>
    public string? UrgentAtAnyTime { get; set; }
}
