using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Microsoft.AspNetCore.Connections;
using SalesRules.Host.Configuration;
using SalesRules.Sandbox;
using SalesRules.Sandbox.Faults.Scripts;
using SalesRules.Sandbox.Loading;

namespace SalesRules.Host.Commands;

/// <summary><c>sandbox</c>: the made-up org alone, for whoever wants to point a client at it.</summary>
internal static class SandboxCommand
{
    private const int DefaultPort = 8080;
    private static readonly SandboxOptions Defaults = new();

    private static readonly Option<int> Port = Number("--port", DefaultPort, 0, 65_535, "PORT", $"The loopback port; 0 takes any that is free. Default: {DefaultPort}.");
    private static readonly Option<int> Opportunities = Number("--opportunities", Defaults.Opportunities, 0, 5_000_000, "N", $"How many opportunities to make up. Default: {Defaults.Opportunities}.");
    private static readonly Option<int> Leads = Number("--leads", Defaults.Leads, 0, 5_000_000, "N", $"How many leads to make up beside them. Default: {Defaults.Leads}.");
    private static readonly Option<int> Seed = Number("--seed", Defaults.Seed, int.MinValue, int.MaxValue, "N", $"The same seed makes the same records. Default: {Defaults.Seed}.");
    private static readonly Option<string?> Data = File("--data", "A CSV or JSON Lines file to load instead of making records up.");
    private static readonly Option<string?> Map = File("--map", "How the columns of --data map to fields; without one, headings are field labels or API names.");
    private static readonly Option<string?> Faults = File("--faults", "A script of faults that strike the org's callers; see docs/sandbox-faults.md.");
    private static readonly Option<string?> JwtPublicKey = File("--jwt-public-key", "PEM file with the public key or certificate that verifies JWT sign-ins; without one, any signature is taken.");
    private static readonly Option<string> ClientId = Text("--client-id", Defaults.ClientId, "The connected app's consumer key.");
    private static readonly Option<string> ClientSecret = Text("--client-secret", Defaults.ClientSecret, "The connected app's consumer secret.");
    private static readonly Option<string> User = Text("--user", Defaults.Username, "The user's name.");
    private static readonly Option<string> Password = Text("--password", Defaults.Password, "The user's password.");

    public static Command Create(TimeProvider time)
    {
        var command = new Command("sandbox", "Runs the sandbox org alone, on loopback, until Ctrl-C; prints how to sign in.\n\nExample: salesrules sandbox --port 8080 --opportunities 2000")
        {
            Port, Data, Map, Faults, Opportunities, Leads, Seed, ClientId, ClientSecret, User, Password, JwtPublicKey,
        };
        command.SetAction((parse, cancellationToken) => RunAsync(parse, time, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, TimeProvider time, CancellationToken cancellationToken)
    {
        Settings.Load(parse.GetValue(GlobalOptions.Config));
        var options = Options(parse);
        try
        {
            var faults = Existing(parse, Faults);
            await using var server = await StartAsync(options, time, cancellationToken);
            if (faults is not null)
                await Console.Error.WriteLineAsync(await ArmAsync(server, faults, cancellationToken));
            foreach (var notice in server.Notices)
                await Console.Error.WriteLineAsync(notice);
            SandboxReport.Print(server, Console.Out, parse.GetValue(GlobalOptions.Json));
            await Console.Error.WriteLineAsync("Ctrl-C stops it and forgets its records.");
            await Task.Delay(Timeout.InfiniteTimeSpan, time, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl-C or SIGTERM: that is how it ends.
        }

        return ExitCode.Done;
    }

    private static async Task<SandboxServer> StartAsync(SandboxOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            return await SandboxServer.StartAsync(options, time, cancellationToken);
        }
        catch (IOException problem) when (problem.InnerException is AddressInUseException)
        {
            throw CommandException.WrongInput(string.Create(CultureInfo.InvariantCulture, $"--port {options.Port}: the port is in use by another program. Stop it, or choose another, such as --port {options.Port + 1}; --port 0 takes any that is free."));
        }
        catch (DataLoadException problem)
        {
            throw CommandException.WrongInput(problem.Message);
        }
    }

    private static async Task<string> ArmAsync(SandboxServer server, string file, CancellationToken cancellationToken)
    {
        try
        {
            var ids = server.Faults.Load(await System.IO.File.ReadAllTextAsync(file, cancellationToken));
            return string.Create(CultureInfo.InvariantCulture, $"Faults set by {file}: {ids.Count}. {new Uri(server.Address, "sandbox/faults")} lists and stops them.");
        }
        catch (FaultScriptException problem)
        {
            throw CommandException.WrongInput($"--faults {file}: {problem.Message}");
        }
    }

    private static SandboxOptions Options(ParseResult parse)
    {
        if (parse.GetValue(Map) is not null && parse.GetValue(Data) is null)
            throw CommandException.WrongInput("--map says how to read --data: name that file too.");
        return new SandboxOptions
        {
            Port = parse.GetValue(Port),
            Opportunities = parse.GetValue(Opportunities),
            Leads = parse.GetValue(Leads),
            Seed = parse.GetValue(Seed),
            DataFile = Existing(parse, Data),
            MapFile = Existing(parse, Map),
            ClientId = parse.GetValue(ClientId)!,
            ClientSecret = parse.GetValue(ClientSecret)!,
            Username = parse.GetValue(User)!,
            Password = parse.GetValue(Password)!,
            JwtPublicKeyFile = Existing(parse, JwtPublicKey),
        };
    }

    private static string? Existing(ParseResult parse, Option<string?> option) =>
        parse.GetValue(option) is not { } file || System.IO.File.Exists(file)
            ? parse.GetValue(option)
            : throw CommandException.WrongInput($"{option.Name} {file}: there is no such file.");

    private static Option<string?> File(string name, string description) => new(name) { Description = description, HelpName = "FILE" };

    private static Option<string> Text(string name, string standard, string description) =>
        new(name) { Description = $"{description} Default: {standard}.", HelpName = "TEXT", DefaultValueFactory = _ => standard };

    private static Option<int> Number(string name, int standard, int least, int most, string helpName, string description) => new(name)
    {
        Description = description,
        HelpName = helpName,
        DefaultValueFactory = _ => standard,
        CustomParser = argument => Parse(argument, name, least, most),
    };

    private static int Parse(ArgumentResult argument, string name, int least, int most)
    {
        var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        argument.AddError(string.Create(CultureInfo.InvariantCulture, $"{name}: '{text}' is no number from {least} to {most}."));
        return 0;
    }
}
