using System.CommandLine;
using SalesRules.Host.Configuration;
using SalesRules.Host.Runs;
using SalesRules.Journal.Runs;

namespace SalesRules.Host.Commands;

/// <summary><c>demo</c>: one full run on a sandbox org, and a table of what it found and changed.</summary>
internal static class DemoCommand
{
    public static Command Create(TimeProvider time)
    {
        var command = new Command("demo", "Starts a sandbox org with sample data, does one full run, prints what it found and changed, and exits.\n\nExample: salesrules demo");
        command.SetAction((parse, cancellationToken) => RunAsync(parse, time, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, TimeProvider time, CancellationToken cancellationToken)
    {
        var settings = Settings.Load(parse.GetValue(GlobalOptions.Config));
        await using var sandbox = await InProcessSandbox.StartAsync(settings, time, cancellationToken);
        await Console.Error.WriteLineAsync($"Sandbox org at {sandbox.Address} with {settings.Section<SandboxSettings>(SandboxSettings.Section).Opportunities:N0} made-up opportunities.");
        var target = DemoJournal.InMemory(InProcessSandbox.PointAt(settings, sandbox));
        await using var workplace = await Workplace.OpenAsync(parse, target, JournalUse.Write, time, cancellationToken);
        using var progress = new RunProgress();
        var request = new RunRequest { AsOf = WriteGuard.BusinessDay(parse, target, workplace.Policy, time), Kind = RunKind.Demo, Watch = progress.Report };
        var summary = await workplace.Get<RuleRun>().RunOnceAsync(request, cancellationToken);
        progress.Dispose();
        DemoReport.Print(summary, Console.Out, parse.GetValue(GlobalOptions.Json));
        return summary.IsComplete ? ExitCode.Done : ExitCode.Partial;
    }
}
