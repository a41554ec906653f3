using SalesRules.Host.Commands;

namespace SalesRules.Host.Tests.Commands;

/// <summary>One command line carried out in this process, with what it printed.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Errors)
{
    public static async Task<CommandRun> OfAsync(TimeProvider time, params string[] args)
    {
        var (output, errors) = (Console.Out, Console.Error);
        using var capturedOutput = new StringWriter();
        using var capturedErrors = new StringWriter();
        Console.SetOut(TextWriter.Synchronized(capturedOutput));
        Console.SetError(TextWriter.Synchronized(capturedErrors));
        try
        {
            var exitCode = await CommandLine.RunAsync(args, time);
            return new CommandRun(exitCode, capturedOutput.ToString(), capturedErrors.ToString());
        }
        finally
        {
            Console.SetOut(output);
            Console.SetError(errors);
        }
    }

    public static Task<CommandRun> OfAsync(params string[] args) => OfAsync(TimeProvider.System, args);
}
