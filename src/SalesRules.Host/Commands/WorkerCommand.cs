using System.CommandLine;
using SalesRules.Host.Configuration;
using SalesRules.Host.Health;
using SalesRules.Host.Schedules;
using SalesRules.Sandbox;

namespace SalesRules.Host.Commands;

/// <summary><c>worker</c>, and <c>salesrules</c> alone: schedules and health page until it is stopped.</summary>
internal static class WorkerCommand
{
    public static Command Create(TimeProvider time)
    {
        var command = new Command("worker", "Runs the schedules and the health page until Ctrl-C. Without Salesforce configured it works on a made-up sandbox org in this process.\n\nExample: salesrules worker --config /etc/salesrules/appsettings.json");
        command.SetAction((parse, cancellationToken) => RunAsync(parse, time, cancellationToken));
        return command;
    }

    public static async Task<int> RunAsync(ParseResult parse, TimeProvider time, CancellationToken cancellationToken)
    {
        var settings = Settings.Load(parse.GetValue(GlobalOptions.Config));
        ScheduleBook.Check(settings);
        HealthAddress.Parse(settings.Section<HealthOptions>(HealthOptions.Section).Url);
        try
        {
            await using var sandbox = SalesforceTarget.IsConfigured(settings) ? null : await InProcessSandbox.StartAsync(settings, time, cancellationToken);
            var target = sandbox is null ? settings : InProcessSandbox.PointAt(settings, sandbox);
            await using var workplace = await Workplace.OpenAsync(parse, target, JournalUse.Write, time, cancellationToken);
            await WorkAsync(parse, workplace, sandbox, time, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Stopped before it had begun: that is what was asked for.
        }

        return ExitCode.Done;
    }

    private static async Task WorkAsync(ParseResult parse, Workplace workplace, SandboxServer? sandbox, TimeProvider time, CancellationToken cancellationToken)
    {
        var facts = new WorkerFacts(
            new Uri(workplace.Settings["Salesforce:LoginUrl"]!),
            sandbox is not null,
            sandbox is not null || workplace.Settings.Section<WritesOptions>(WritesOptions.Section).Enabled,
            PolicySource.PathOf(parse, workplace.Settings),
            workplace.Policy.Hash,
            time.GetUtcNow());
        await using var host = await WorkerHost.StartAsync(workplace, facts, BusinessDay(parse, workplace, facts, time), time, cancellationToken);
        await Console.Error.WriteLineAsync(Greeting(facts));
        await Console.Error.WriteLineAsync($"Health page: {host.Address}{(host.Address.IsLoopback ? "" : ". Other machines can see it, and it has no sign-in: keep it behind one.")}");
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(host.Stopping, cancellationToken);
        if (sandbox is null)
            await host.Syncs.SignInAsync(stopping.Token);
        else
            await FirstSyncAsync(parse, host, stopping.Token);
        await host.WaitForShutdownAsync(cancellationToken);
    }

    private static async Task FirstSyncAsync(ParseResult parse, WorkerHost host, CancellationToken cancellationToken)
    {
        var outcome = await host.Syncs.RunAsync("start", cancellationToken);
        if (outcome.Summary is { } summary)
            RunReport.Print(summary, Console.Out, parse.GetValue(GlobalOptions.Json));
    }

    /// <summary>The day that --as-of fixes, else the day that it is when a sync starts.</summary>
    private static Func<DateOnly> BusinessDay(ParseResult parse, Workplace workplace, WorkerFacts facts, TimeProvider time)
    {
        if (parse.GetValue(GlobalOptions.AsOf) is not { } asOf)
            return () => BusinessDate.Today(time, workplace.Policy);
        if (facts.Writes)
            WriteGuard.BusinessDay(parse, workplace.Settings, workplace.Policy, time);
        return () => asOf;
    }

    private static string Greeting(WorkerFacts facts) => facts switch
    {
        { IsSandbox: true } => $"No Salesforce is configured: working on a made-up sandbox org in this process, at {facts.Salesforce}; writes go only there.",
        { Writes: true } => $"Salesforce: {facts.Salesforce}. Writes are enabled.",
        _ => $"Salesforce: {facts.Salesforce}. Writes are not enabled: syncs plan and report, nothing is written until Writes:Enabled is true.",
    };
}
