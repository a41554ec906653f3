using System.CommandLine;
using Microsoft.Extensions.Options;
using SalesRules.Host.Alerts;
using SalesRules.Host.Commands;
using SalesRules.Host.Digests;
using SalesRules.Host.Feedback;
using SalesRules.Host.Runs;
using SalesRules.Host.Shadows;
using SalesRules.Journal;
using SalesRules.Policies;
using SalesRules.Salesforce;
using SalesRules.Salesforce.Connection;

namespace SalesRules.Host.Configuration;

/// <summary>How a command uses the journal.</summary>
internal enum JournalUse
{
    /// <summary>Reads what is there; where there is none yet, an empty one in memory stands in. No lock.</summary>
    Read,

    /// <summary>Leaves a note beside a worker that holds the lock: creates the journal if need be, and writes no run.</summary>
    Note,

    /// <summary>Writes: creates it if need be. Holds a file's lock, so that no second process writes to it; on a server each run takes the org's lease.</summary>
    Write,
}

/// <summary>Everything that one command works with: settings, policy, journal, the way to Salesforce. Disposed when the command ends.</summary>
internal sealed class Workplace : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly RunJournal journal;
    private readonly IDisposable? journalLock;

    private Workplace(ServiceProvider services, IConfiguration settings, Policy policy, RunJournal journal, IDisposable? journalLock)
    {
        this.services = services;
        this.journal = journal;
        this.journalLock = journalLock;
        Settings = settings;
        Policy = policy;
    }

    public IConfiguration Settings { get; }

    public Policy Policy { get; }

    public RunJournal Journal => journal;

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>Opens the workplace of a command that needs Salesforce.</summary>
    /// <param name="settings">With Salesforce configured, or pointed at the in-process sandbox.</param>
    /// <exception cref="CommandException">The settings, the policy or the journal are not usable.</exception>
    public static Task<Workplace> OpenAsync(ParseResult parse, IConfiguration settings, JournalUse use, TimeProvider time, CancellationToken cancellationToken) =>
        OpenAsync(PolicySource.Load(parse, settings), settings, use, time, cancellationToken);

    /// <summary>The same, under a policy that the command names itself.</summary>
    /// <exception cref="CommandException">The settings or the journal are not usable.</exception>
    public static async Task<Workplace> OpenAsync((Policy Policy, string Text) source, IConfiguration settings, JournalUse use, TimeProvider time, CancellationToken cancellationToken)
    {
        var (policy, policyText) = source;
        var shadow = use == JournalUse.Write ? ShadowPolicy.Load(settings) : ShadowPolicy.None;
        var leaseTerm = JournalSource.LeaseTerm(settings);
        var (journal, journalLock) = await JournalSource.OpenAsync(settings, use, time, cancellationToken);
        var services = new ServiceCollection()
            .AddSingleton(settings)
            .AddSingleton(time)
            .AddLogging(logging => logging.AddSalesRulesLogging(settings))
            .AddSalesforce()
            .AddSingleton(journal)
            .AddRuns(policy, leaseTerm, shadow)
            .AddChannels(settings)
            .AddAlerts(FeedbackSettings.Of(settings))
            .AddDigests()
            .BuildServiceProvider();
        var workplace = new Workplace(services, settings, policy, journal, journalLock);
        try
        {
            workplace.CheckSalesforceSettings();
            if (use == JournalUse.Write)
                await journal.RememberPolicyAsync(policy.Hash, policyText, cancellationToken);
            if (shadow is { Policy: { } candidate, Text: { } text })
                await journal.RememberPolicyAsync(candidate.Hash, text, cancellationToken);
            return workplace;
        }
        catch
        {
            await workplace.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await journal.DisposeAsync();
        journalLock?.Dispose();
    }

    private void CheckSalesforceSettings()
    {
        try
        {
            _ = Get<IOptions<SalesforceOptions>>().Value;
        }
        catch (OptionsValidationException problem)
        {
            throw CommandException.WrongInput(string.Join(Environment.NewLine, problem.Failures));
        }
        catch (InvalidOperationException problem)
        {
            throw CommandException.WrongInput($"A value in the section Salesforce of the settings has the wrong form: {problem.Message}");
        }
    }
}
