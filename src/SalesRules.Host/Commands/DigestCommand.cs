using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Globalization;
using SalesRules.Digests;
using SalesRules.Host.Configuration;
using SalesRules.Host.Digests;
using SalesRules.Host.Digests.Forms;
using SalesRules.Host.Digests.Pages;
using SalesRules.Snapshots;

namespace SalesRules.Host.Commands;

/// <summary><c>digest pipeline|deals|renewals|pov</c>: a pre-read, printed or sent. Nothing is written to Salesforce.</summary>
internal static class DigestCommand
{
    private static readonly Option<DigestForm?> Format = new("--format")
    {
        Description = "text for a terminal (default), html for a page, markdown for a wiki, json for programs.",
        HelpName = "text|html|markdown|json",
        CustomParser = argument => OptionWords.Word<DigestForm>(argument, "--format"),
    };

    private static readonly Option<string?> Out = new("--out") { Description = "Write it to this file. A name that ends in .html, .md or .json says the format.", HelpName = "FILE" };

    private static readonly Option<bool> Send = new("--send") { Description = "Send it to the recipients of the policy, each once a business day." };

    private static readonly Option<DateOnly?> Since = new("--since")
    {
        Description = "The day of the last review. Default: seven days before the business date; fourteen for deals.",
        HelpName = "DATE",
        CustomParser = argument => OptionWords.Day(argument, "--since"),
    };

    private static readonly Option<SalesforceId?> Team = new("--team")
    {
        Description = "Only deals of this user and of those whom they manage.",
        HelpName = "USERID",
        CustomParser = argument => UserOf(argument),
    };

    private static readonly Option<DateOnly?> EveryOtherWeek = new("--every-other-week")
    {
        Description = "Do nothing but in the week of this day and every other one from it: for schedules, whose cron cannot say so.",
        HelpName = "DATE",
        CustomParser = argument => OptionWords.Day(argument, "--every-other-week"),
    };

    private static readonly Option<Grouping?> By = new("--by")
    {
        Description = "manager: the weekly deal review of each manager in place of the pack.",
        HelpName = "manager",
        CustomParser = argument => OptionWords.Word<Grouping>(argument, "--by"),
    };

    private static readonly IReadOnlyList<(string Name, DigestKind Kind, string Description)> Kinds =
    [
        ("pipeline", DigestKind.Pipeline, "Monday's pipeline pre-read: wins, at risk, slipping, top deals, movement, what was built, overrides due, open actions.\n\nExample: salesrules digest pipeline --format html --out monday.html"),
        ("deals", DigestKind.Deals, "The bi-weekly deal-review pack, or each manager's weekly review.\n\nExample: salesrules digest deals --by manager"),
        ("renewals", DigestKind.Renewals, "The weekly renewal pre-read.\n\nExample: salesrules digest renewals --send"),
        ("pov", DigestKind.Pov, "The POV queue for the SE director.\n\nExample: salesrules digest pov"),
    ];

    public static Command Create(TimeProvider time)
    {
        var digest = new Command("digest", "A pre-read for a review, printed or sent; reads the org live and writes nothing to it. docs/digests.md says what each holds.\n\nExample: salesrules digest pipeline --send");
        foreach (var (name, kind, description) in Kinds)
        {
            var command = new Command(name, description) { Format, Out, Send, Since, Team, EveryOtherWeek };
            if (kind == DigestKind.Deals)
                command.Options.Add(By);
            command.SetAction((parse, cancellationToken) => RunAsync(OrderOf(parse, kind), parse, time, cancellationToken));
            digest.Subcommands.Add(command);
        }

        return digest;
    }

    /// <summary>Reads the command of a schedule; null where it is none of ours or has errors.</summary>
    public static DigestOrder? Read(string command, out IReadOnlyList<string> errors)
    {
        var parse = CommandLine.Root(TimeProvider.System).Parse(command);
        var known = Kinds.Where(kind => parse.CommandResult.Command.Name == kind.Name && parse.CommandResult.Parent is CommandResult { Command.Name: "digest" }).ToList();
        var foreign = new Option[] { GlobalOptions.AsOf, GlobalOptions.Config, GlobalOptions.Policy }.Where(option => parse.GetResult(option) is not null);
        errors = known.Count == 0 ? [] : [.. parse.Errors.Select(error => error.Message), .. foreign.Select(option => $"{option.Name} is the worker's own.")];
        return known.Count == 1 && parse.Action is not ParseErrorAction && errors.Count == 0 ? OrderOf(parse, known[0].Kind) : null;
    }

    /// <param name="parse">For the options that every command has.</param>
    public static async Task<int> RunAsync(DigestOrder order, ParseResult parse, TimeProvider time, CancellationToken cancellationToken)
    {
        var settings = Settings.Load(parse.GetValue(GlobalOptions.Config));
        SalesforceTarget.Require(settings);
        await using var workplace = await Workplace.OpenAsync(parse, settings, order.Send ? JournalUse.Note : JournalUse.Read, time, cancellationToken);
        var today = parse.GetValue(GlobalOptions.AsOf) ?? BusinessDate.Today(time, workplace.Policy);
        if (order.Fortnight is { } from && !Fortnight.Holds(from, today))
        {
            await Console.Error.WriteLineAsync(NotThisWeek(from, today));
            return ExitCode.Done;
        }

        if (order.Send)
            workplace.Get<DigestSending>().DemandRecipients(order.Kind);
        var reading = await ReadAsync(workplace, Checked(order.On(today)), cancellationToken);
        await PrintAsync(order, reading, cancellationToken);
        var post = order.Send ? await workplace.Get<DigestSending>().SendAsync(reading, cancellationToken) : null;
        await ReportAsync(reading, post);
        return reading.IsPartial || post is { Untold.Count: > 0 } ? ExitCode.Partial : ExitCode.Done;
    }

    public static string NotThisWeek(DateOnly from, DateOnly today) => string.Create(
        CultureInfo.InvariantCulture, $"Not this week: every other week from {from:yyyy-MM-dd} on; the next is that of {Fortnight.NextMonday(from, today):yyyy-MM-dd}.");

    private static DigestOrder OrderOf(ParseResult parse, DigestKind kind)
    {
        var isJson = parse.GetValue(GlobalOptions.Json);
        if (isJson && parse.GetValue(Format) is { } other and not DigestForm.Json)
            throw CommandException.WrongInput($"--json and --format {other.ToString().ToLowerInvariant()} ask for two formats: leave one out.");
        return new DigestOrder(
            kind == DigestKind.Deals && parse.GetValue(By) is not null ? DigestKind.Reviews : kind,
            parse.GetValue(Since), parse.GetValue(Team), parse.GetValue(EveryOtherWeek), parse.GetValue(Send), isJson ? DigestForm.Json : parse.GetValue(Format), parse.GetValue(Out));
    }

    private static DigestRequest Checked(DigestRequest request) => request.Since <= request.Today
        ? request
        : throw CommandException.WrongInput(string.Create(CultureInfo.InvariantCulture, $"--since {request.Since:yyyy-MM-dd}: lies after the business date {request.Today:yyyy-MM-dd}."));

    private static async Task<DigestReading> ReadAsync(Workplace workplace, DigestRequest request, CancellationToken cancellationToken)
    {
        using var progress = new RunProgress();
        return await workplace.Get<DigestRun>().ReadAsync(request, read => progress.Report(read), cancellationToken);
    }

    private static async Task PrintAsync(DigestOrder order, DigestReading reading, CancellationToken cancellationToken)
    {
        if (order.Send && !order.PrintsElsewhere)
            return;
        var text = DigestForms.Of(DigestPage.Of(reading), reading.Digest.Scope, order.Form ?? FormOf(order.Out));
        if (order.Out is null)
            await Console.Out.WriteAsync(text);
        else
            await WriteFileAsync(order.Out, text, cancellationToken);
    }

    private static DigestForm FormOf(string? file) => Path.GetExtension(file)?.ToLowerInvariant() switch
    {
        ".html" or ".htm" => DigestForm.Html,
        ".md" => DigestForm.Markdown,
        ".json" => DigestForm.Json,
        _ => DigestForm.Text,
    };

    private static async Task WriteFileAsync(string file, string text, CancellationToken cancellationToken)
    {
        try
        {
            await File.WriteAllTextAsync(file, text, cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw CommandException.WrongInput($"--out {file}: cannot be written: {problem.Message}");
        }

        await Console.Error.WriteLineAsync($"Written: {file}");
    }

    private static async Task ReportAsync(DigestReading reading, DigestPost? post)
    {
        if (post is not null)
            await Console.Error.WriteLineAsync($"The {reading.Digest.Kind.Name()} digest is made {post}");
        foreach (var reason in post?.Untold ?? [])
            await Console.Error.WriteLineAsync($"  ! Somebody who should be told is not: {reason}.");
        foreach (var note in reading.Drift)
            await Console.Error.WriteLineAsync($"schema drift: {note}");
        foreach (var problem in reading.Problems)
            await Console.Error.WriteLineAsync($"  ! {problem}");
    }

    private static SalesforceId? UserOf(ArgumentResult argument)
    {
        var text = argument.Tokens.Count == 1 ? argument.Tokens[0].Value : "";
        if (SalesforceId.TryParse(text, out var id) && id.Value.StartsWith("005", StringComparison.Ordinal))
            return id;
        argument.AddError($"--team: '{text}' is not the id of a user, such as 005000000000001AAA.");
        return null;
    }

    /// <summary>The one word of --by.</summary>
    private enum Grouping
    {
        Manager,
    }
}
