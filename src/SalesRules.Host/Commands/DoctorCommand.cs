using System.CommandLine;
using Microsoft.Extensions.Options;
using SalesRules.Host.Checks;
using SalesRules.Host.Configuration;
using SalesRules.Policies;
using SalesRules.Salesforce;
using SalesRules.Salesforce.Connection;
using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Salesforce.Connection.Usage;
using SalesRules.Salesforce.Reading;
using SalesRules.Salesforce.Reading.Describe;

namespace SalesRules.Host.Commands;

/// <summary><c>doctor</c>: looks at everything that a run needs, and says how to put right what is wrong. Writes nothing anywhere.</summary>
internal static class DoctorCommand
{
    public static Command Create(TimeProvider time)
    {
        var command = new Command("doctor", "Checks settings, policy, database, sign-in, fields, permissions, picklists and API budget, each with pass, fail and the fix; writes nothing.\n\nExample: salesrules doctor --json");
        command.SetAction((parse, cancellationToken) => RunAsync(parse, time, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, TimeProvider time, CancellationToken cancellationToken)
    {
        var list = new CheckList();
        var installation = new InstallationChecks(parse, list, time);
        if (installation.Settings() is { } settings)
        {
            installation.Writes(settings);
            installation.Schedules(settings);
            installation.Channels(settings);
            var policy = installation.Policy(settings);
            await new DatabaseChecks(list).RunAsync(settings, cancellationToken);
            await new ScheduleChecks(list, time).RunAsync(settings, cancellationToken);
            await new AlertChecks(list, time).RunAsync(settings, policy, cancellationToken);
            await CheckOrgAsync(settings, policy, list, time, cancellationToken);
        }

        CheckReport.Print(list, Console.Out, parse.GetValue(GlobalOptions.Json));
        if (list.Failures.FirstOrDefault() is not { } first)
            return ExitCode.Done;
        await Console.Error.WriteLineAsync($"{list.Failures.Count()} of {list.Results.Count} checks failed. The first, {first.Name}: {first.Detail}");
        return ExitCode.WrongInput;
    }

    private static async Task CheckOrgAsync(IConfigurationRoot settings, Policy? policy, CheckList list, TimeProvider time, CancellationToken cancellationToken)
    {
        await using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(settings)
            .AddSingleton(time)
            .AddLogging(logging => logging.AddSalesRulesLogging(settings))
            .AddSalesforce()
            .BuildServiceProvider();
        if (Options(settings, services, list) is not { } options)
        {
            list.Skip([CheckNames.SignIn, .. CheckNames.OfTheOrg], "no usable Salesforce settings");
            return;
        }

        var connection = new ConnectionChecks(services.GetRequiredService<SalesforceConnection>(), services.GetRequiredService<ApiUsageMonitor>(), services.GetRequiredService<ServerClock>(), time, list);
        if (await connection.SignInAsync(cancellationToken) is not { } org)
        {
            list.Skip(CheckNames.OfTheOrg, "the sign-in failed");
            return;
        }

        if (!await connection.OffersVersionAsync(org, options.ApiVersion, cancellationToken))
        {
            list.Skip(CheckNames.OfTheOrg.Skip(1), "the API version is not known to be offered");
            return;
        }

        await CheckSchemaAsync(services.GetRequiredService<DescribeReader>(), policy, list, cancellationToken);
        connection.Clock();
        connection.Budget();
    }

    /// <summary>The options; null: something is missing or wrong.</summary>
    private static SalesforceOptions? Options(IConfiguration settings, ServiceProvider services, CheckList list)
    {
        try
        {
            SalesforceTarget.Require(settings);
            var options = services.GetRequiredService<IOptions<SalesforceOptions>>().Value;
            list.Pass(CheckNames.Salesforce, $"{options.LoginUrl}, {(options.PrivateKeyFile is null ? "client credentials" : $"JWT as {options.Username}")}.");
            return options;
        }
        catch (CommandException problem)
        {
            list.Fail(CheckNames.Salesforce, problem.Message);
        }
        catch (OptionsValidationException problem)
        {
            list.Fail(CheckNames.Salesforce, string.Join(Environment.NewLine, problem.Failures));
        }
        catch (InvalidOperationException problem)
        {
            list.Fail(CheckNames.Salesforce, $"A value in the section Salesforce of the settings has the wrong form: {problem.Message}");
        }

        return null;
    }

    private static async Task CheckSchemaAsync(DescribeReader describe, Policy? policy, CheckList list, CancellationToken cancellationToken)
    {
        if (policy is null)
        {
            list.Skip(CheckNames.OfTheSchema, "the policy cannot be used");
            return;
        }

        try
        {
            var opportunity = await describe.ReadAsync("Opportunity", cancellationToken);
            var checks = new SchemaChecks(opportunity, await describe.FindAsync("Task", cancellationToken), policy, list);
            var scores = policy.History.ScoreRows ? await describe.FindAsync(ScoreRowReader.ObjectName, cancellationToken) : null;
            checks.Fields();
            checks.WritableFields();
            checks.Tasks();
            checks.Surroundings(await SurroundingSchema.HiddenAsync(describe, cancellationToken));
            checks.ScoreHistory(scores);
            if (policy.Leads.Enabled)
                checks.Leads(await describe.FindAsync("Lead", cancellationToken));
            else
                list.Pass(CheckNames.Leads, "The policy asks for no leads (leads.enabled).");
            checks.Picklists();
            checks.Stages();
        }
        catch (SalesforceException problem)
        {
            var done = list.Results.Select(result => result.Name).ToHashSet();
            var left = CheckNames.OfTheSchema.Where(name => !done.Contains(name)).ToList();
            list.Fail(left[0], problem.Message);
            list.Skip(left.Skip(1), $"{left[0]} failed");
        }
    }
}
