namespace SalesRules.Host.Schedules;

/// <summary>What a schedule may run.</summary>
internal static class ScheduleCommands
{
    /// <summary>Looks at everything that may have changed since the last complete run, as `salesrules run` does.</summary>
    public const string Sync = "sync";

    public static IReadOnlyList<string> All { get; } = [Sync];
}
