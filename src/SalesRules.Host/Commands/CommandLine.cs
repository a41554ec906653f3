using System.CommandLine;
using System.CommandLine.Invocation;

namespace SalesRules.Host.Commands;

/// <summary>The command line of <c>salesrules</c> (design 3.1): data goes to stdout, everything else to stderr.</summary>
internal static class CommandLine
{
    /// <summary>Long enough for the batch under way to be written and journaled after Ctrl-C.</summary>
    private static readonly TimeSpan TimeToFinishABatch = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync(string[] args, TimeProvider time)
    {
        var parse = Root(time).Parse(args);
        if (parse.Action is ParseErrorAction)
            return WrongUsage(parse);
        try
        {
            return await parse.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TimeToFinishABatch,
            });
        }
        catch (CommandException problem)
        {
            await Console.Error.WriteLineAsync(problem.Message);
            return problem.ExitCode;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Stopped.");
            return ExitCode.Partial;
        }
    }

    public static RootCommand Root(TimeProvider time)
    {
        var root = new RootCommand("Keeps Salesforce forecasts, stages and POV approvals in line with the evidence on the deal.\n\nExample: salesrules demo");
        GlobalOptions.AddTo(root);
        root.Subcommands.Add(EvaluateCommand.Create(time));
        root.Subcommands.Add(PolicyCommand.Create());
        return root;
    }

    private static int WrongUsage(ParseResult parse)
    {
        foreach (var error in parse.Errors)
            Console.Error.WriteLine(error.Message);
        Console.Error.WriteLine("`salesrules --help` lists the commands, `salesrules COMMAND --help` a command's options with an example.");
        return ExitCode.WrongInput;
    }
}
