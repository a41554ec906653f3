using System.CommandLine;
using SalesRules.Host.Configuration;
using SalesRules.Host.Evaluation;
using SalesRules.Rules;

namespace SalesRules.Host.Commands;

/// <summary><c>evaluate</c>: a file of opportunities to decisions, offline and streaming.</summary>
internal static class EvaluateCommand
{
    private static readonly Option<string> Input = new("--input", "-i")
    {
        Description = "JSON Lines (REST shape) or CSV (API names or report labels); - reads stdin.",
        Required = true,
        HelpName = "FILE",
    };

    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "Where the decisions go, one JSON line an input row. Default: stdout.",
        HelpName = "FILE",
    };

    public static Command Create(TimeProvider time)
    {
        var command = new Command("evaluate", "Decides the opportunities of a file, offline: no Salesforce needed.\n\nExample: salesrules evaluate --input report.csv --output decisions.jsonl")
        {
            Input,
            Output,
        };
        InputOptions.AddTo(command);
        command.SetAction((parse, cancellationToken) => RunAsync(parse, time, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, TimeProvider time, CancellationToken cancellationToken)
    {
        var (policy, _) = PolicySource.Load(parse, Settings.Load(parse.GetValue(GlobalOptions.Config)));
        var today = parse.GetValue(GlobalOptions.AsOf) ?? BusinessDate.Today(time, policy);
        var inputName = parse.GetValue(Input)!;
        var outputName = parse.GetValue(Output);

        if (outputName is not null && inputName != "-" && RealPath(inputName) == RealPath(outputName))
            throw CommandException.WrongInput($"--output {outputName}: is the input itself, which would be lost.");
        await using var input = InputFile.Open(inputName);
        await using var rows = await RowSources.OpenAsync(input, inputName, policy.Fields, InputOptions.Of(parse, policy), cancellationToken);
        if (rows.IgnoredColumns.Count > 0)
            await Console.Error.WriteLineAsync($"Columns that mean nothing to SalesRules and are left out: {string.Join(", ", rows.IgnoredColumns)}");
        await using var output = OpenOutput(outputName);
        await using var lines = new DecisionLines(output);
        using var progress = FileProgress.Start("Evaluating", input);
        var result = await new Evaluator(new RuleBook(policy), today).EvaluateAsync(rows, lines, progress.Report, cancellationToken);
        progress.Dispose();
        var exitCode = Report(result, outputName);
        foreach (var note in rows.Notes)
            await Console.Error.WriteLineAsync(note);
        return exitCode;
    }

    private static int Report(EvaluationResult result, string? outputName)
    {
        Console.Error.WriteLine($"{result.Rows:N0} {(result.Rows == 1 ? "row" : "rows")}, {result.Rows - result.Unreadable:N0} decided, {result.Unreadable:N0} unreadable{(outputName is null ? "" : $"; written to {outputName}")}.");
        foreach (var error in result.FirstErrors)
            Console.Error.WriteLine($"  {error}");
        if (result.Unreadable > result.FirstErrors.Count)
            Console.Error.WriteLine($"  and {result.Unreadable - result.FirstErrors.Count:N0} more: each stands in its row's place in the output.");
        return result.Unreadable == 0 ? ExitCode.Done : ExitCode.Partial;
    }

    private static string RealPath(string name) =>
        (File.Exists(name) ? new FileInfo(name).ResolveLinkTarget(returnFinalTarget: true)?.FullName : null) ?? Path.GetFullPath(name);

    private static Stream OpenOutput(string? name)
    {
        if (name is null)
            return Console.OpenStandardOutput();
        try
        {
            return new FileStream(name, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 1, FileOptions.Asynchronous);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw CommandException.WrongInput($"--output {name}: cannot be written: {problem.Message}");
        }
    }
}
