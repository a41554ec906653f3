using System.Globalization;

namespace SalesRules.KillPoints;

/// <summary>Where a process is to die, told by whoever starts it.</summary>
/// <param name="TraceFile">The file that takes a line for each point passed.</param>
/// <param name="KillAt">The number of the point to die at, the first being 1; 0: none, the points are only counted.</param>
public sealed record KillPointSettings(string TraceFile, int KillAt)
{
    private const string TraceVariable = "KILL_POINTS_TRACE";
    private const string KillAtVariable = "KILL_POINTS_KILL_AT";

    public static KillPointSettings FromEnvironment() => new(
        Environment.GetEnvironmentVariable(TraceVariable) ?? throw new InvalidOperationException($"{TraceVariable} names no file."),
        int.Parse(Environment.GetEnvironmentVariable(KillAtVariable) ?? "0", CultureInfo.InvariantCulture));

    /// <summary>The variables that a process is started with.</summary>
    public IReadOnlyDictionary<string, string> ToEnvironment() => new Dictionary<string, string>
    {
        ["DOTNET_STARTUP_HOOKS"] = typeof(KillPointSettings).Assembly.Location,
        [TraceVariable] = TraceFile,
        [KillAtVariable] = KillAt.ToString(CultureInfo.InvariantCulture),
    };
}
