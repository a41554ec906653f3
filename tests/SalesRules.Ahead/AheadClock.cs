using System.Globalization;

namespace SalesRules.Ahead;

/// <summary>Goes on with the machine's clock, and is ahead of it by as much as whoever starts the process says.</summary>
internal sealed class AheadClock(TimeSpan ahead) : TimeProvider
{
    public const string Variable = "CLOCK_AHEAD";

    public static AheadClock FromEnvironment() => new(TimeSpan.Parse(
        Environment.GetEnvironmentVariable(Variable) ?? throw new InvalidOperationException($"{Variable} says by how much to be ahead."),
        CultureInfo.InvariantCulture));

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
