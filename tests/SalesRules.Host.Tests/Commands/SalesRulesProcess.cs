using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace SalesRules.Host.Tests.Commands;

/// <summary>The built executable as a process of its own, as an operator starts it: output, exit code, signals.</summary>
internal sealed class SalesRulesProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly Printed output = new();
    private readonly Printed errors = new();

    private SalesRulesProcess(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => output.Add(line.Data);
        process.ErrorDataReceived += (_, line) => errors.Add(line.Data);
    }

    public string Output => output.Text;

    public string Errors => errors.Text;

    /// <param name="folder">The folder that it is started in.</param>
    public static SalesRulesProcess Start(string folder, IReadOnlyDictionary<string, string> environment, params string[] args) =>
        StartProgram("salesrules.dll", folder, environment, args);

    /// <inheritdoc cref="Start"/>
    /// <param name="program">The file beside the tests.</param>
    public static SalesRulesProcess StartProgram(string program, string folder, IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(TestContext.CurrentContext.TestDirectory, program), .. args])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var key in start.Environment.Keys.Where(key => key.StartsWith("SALESRULES__", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(key);
        foreach (var (key, value) in environment)
            start.Environment[key] = value;
        var started = new SalesRulesProcess(new Process { StartInfo = start });
        started.process.Start();
        started.process.BeginOutputReadLine();
        started.process.BeginErrorReadLine();
        return started;
    }

    public Task WaitForOutputAsync(string text) => output.WaitForAsync(text, Patience);

    public Task WaitForErrorsAsync(string text) => errors.WaitForAsync(text, Patience);

    /// <summary>What Ctrl-C does.</summary>
    public void Interrupt() => Signal("INT");

    /// <summary>What systemd and Kubernetes do.</summary>
    public void Terminate() => Signal("TERM");

    /// <summary>What a suspended machine does: it stands still and knows nothing of it.</summary>
    public void Pause() => Signal("STOP");

    /// <summary>Wakes up a process that was paused.</summary>
    public void Continue() => Signal("CONT");

    /// <summary>What a power failure does.</summary>
    public void Kill() => Signal("KILL");

    public bool HasExited => process.HasExited;

    /// <param name="patience">Null: two minutes.</param>
    public async Task<int> ExitCodeAsync(TimeSpan? patience = null)
    {
        using var timeout = new CancellationTokenSource(patience ?? Patience);
        await process.WaitForExitAsync(timeout.Token);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", ["-s", name, process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
        Assert.That(kill.ExitCode, Is.Zero, $"the signal {name} was sent");
    }

    /// <summary>Lines as they come, and a way to wait for one.</summary>
    private sealed class Printed
    {
        private readonly StringBuilder text = new();
        private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Text
        {
            get
            {
                lock (text)
                    return text.ToString();
            }
        }

        public void Add(string? line)
        {
            if (line is null)
                return;
            lock (text)
            {
                text.AppendLine(line);
                changed.TrySetResult();
                changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        public async Task WaitForAsync(string wanted, TimeSpan patience)
        {
            using var timeout = new CancellationTokenSource(patience);
            while (true)
            {
                Task next;
                lock (text)
                {
                    if (text.ToString().Contains(wanted, StringComparison.Ordinal))
                        return;
                    next = changed.Task;
                }

                try
                {
                    await next.WaitAsync(timeout.Token);
                }
                catch (OperationCanceledException)
                {
                    throw new TimeoutException($"'{wanted}' was not printed, only: {Text}");
                }
            }
        }
    }
}
