using SalesRules.Host.Commands;
using SalesRules.Host.Digests;

namespace SalesRules.Host.Schedules;

/// <summary>What a schedule may run.</summary>
internal static class ScheduleCommands
{
    /// <summary>Looks at everything that may have changed since the last complete run, as `salesrules run` does.</summary>
    public const string Sync = "sync";

    private const string Expected = "expected sync, or a digest that is sent, such as digest pipeline --send";

    /// <summary>What is wrong with a schedule's command; null: nothing.</summary>
    public static string? ProblemOf(string command)
    {
        if (command == Sync)
            return null;
        if (DigestCommand.Read(command, out var errors) is not { } order)
            return $"'{command}' is no command of a schedule: {(errors.Count == 0 ? Expected : string.Join(' ', errors))}{(errors.Count == 0 ? "." : "")}";
        return order switch
        {
            { Send: false } => $"'{command}' would print into the void: add --send, so that it reaches the recipients of the policy.",
            { PrintsElsewhere: true } => $"'{command}' is sent: leave out --format and --out.",
            _ => null,
        };
    }

    /// <summary>The digest that a sound command asks for; null: it is no digest.</summary>
    public static DigestOrder? DigestOf(string command) => command == Sync ? null : DigestCommand.Read(command, out _);
}
