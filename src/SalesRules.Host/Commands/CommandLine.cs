using System.CommandLine;
using System.CommandLine.Invocation;

namespace SalesRules.Host.Commands;

/// <summary>The command line of <c>salesrules</c> (design 3.1): data goes to stdout, everything else to stderr.</summary>
internal static class CommandLine
{
    /// <summary>Long enough for the batch under way to be written and journaled after Ctrl-C.</summary>
    public static readonly TimeSpan TimeToFinishABatch = TimeSpan.FromSeconds(30);

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
        catch (Exception problem) when (Failures.ExitCodeOf(problem) is { } code)
        {
            await Console.Error.WriteLineAsync(problem is OperationCanceledException ? "Stopped." : problem.Message);
            return code;
        }
        catch (Exception problem)
        {
            await Console.Error.WriteLineAsync($"An unexpected failure: {problem}");
            return ExitCode.Unexpected;
        }
    }

    public static RootCommand Root(TimeProvider time)
    {
        var root = new RootCommand("Keeps Salesforce forecasts, stages and POV approvals in line with the evidence on the deal.\n\nExample: salesrules demo");
        GlobalOptions.AddTo(root);
        root.SetAction((parse, cancellationToken) => WorkerCommand.RunAsync(parse, time, cancellationToken));
        root.Subcommands.Add(WorkerCommand.Create(time));
        root.Subcommands.Add(EvaluateCommand.Create(time));
        root.Subcommands.Add(PolicyCommand.Create(time));
        root.Subcommands.Add(PlanCommand.Create(time));
        root.Subcommands.Add(ApplyCommand.Create(time));
        root.Subcommands.Add(RunCommand.Create(time));
        root.Subcommands.Add(RevertCommand.Create(time));
        root.Subcommands.Add(DemoCommand.Create(time));
        root.Subcommands.Add(ExplainCommand.Create(time));
        root.Subcommands.Add(RebuildCommand.Create(time));
        root.Subcommands.Add(BacktestCommand.Create(time));
        root.Subcommands.Add(PortfolioCommand.Create(time));
        root.Subcommands.Add(DigestCommand.Create(time));
        root.Subcommands.Add(GateDebtCommand.Create(time));
        root.Subcommands.Add(FairnessCommand.Create(time));
        root.Subcommands.Add(DoctorCommand.Create(time));
        root.Subcommands.Add(ScheduleCommand.Create(time));
        root.Subcommands.Add(ChannelsCommand.Create(time));
        root.Subcommands.Add(AlertsCommand.Create(time));
        root.Subcommands.Add(SandboxCommand.Create(time));
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
