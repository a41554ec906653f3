namespace SalesRules.Host.Checks;

/// <summary>The checks of `doctor` by name, in the order in which they are made.</summary>
internal static class CheckNames
{
    public const string Settings = "settings";
    public const string Writes = "writes";
    public const string Schedules = "schedules";
    public const string Channels = "channels";
    public const string Policy = "policy";
    public const string TimeZone = "time-zone";
    public const string Database = "database";
    public const string Disk = "disk";
    public const string MissingRuns = "missing-runs";
    public const string Alerts = "alerts";
    public const string Salesforce = "salesforce";
    public const string SignIn = "sign-in";
    public const string ApiVersion = "api-version";
    public const string Fields = "fields";
    public const string WritableFields = "writable-fields";
    public const string Tasks = "tasks";
    public const string Surroundings = "related-objects";
    public const string ScoreHistory = "score-history";
    public const string Leads = "leads";
    public const string Picklists = "picklists";
    public const string Stages = "stages";
    public const string Clock = "clock";
    public const string Budget = "api-budget";

    /// <summary>Those that look at objects and fields.</summary>
    public static IReadOnlyList<string> OfTheSchema { get; } = [Fields, WritableFields, Tasks, Surroundings, ScoreHistory, Leads, Picklists, Stages];

    /// <summary>Those that need a sign-in.</summary>
    public static IReadOnlyList<string> OfTheOrg { get; } = [ApiVersion, .. OfTheSchema, Clock, Budget];
}
