namespace SalesRules.Host.Commands;

/// <summary>A command cannot go on, and the person who called it can do something about it: one sentence and an exit code.</summary>
internal sealed class CommandException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    /// <summary>Wrong usage, configuration or policy.</summary>
    public static CommandException WrongInput(string message) => new(Commands.ExitCode.WrongInput, message);

    /// <summary>Refused for safety.</summary>
    public static CommandException Refused(string message) => new(Commands.ExitCode.Refused, message);
}
