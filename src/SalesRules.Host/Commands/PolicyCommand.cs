using System.CommandLine;
using System.Text.Json;
using SalesRules.Decisions;
using SalesRules.Host.Configuration;
using SalesRules.Policies;
using SalesRules.PolicyReview;

namespace SalesRules.Host.Commands;

/// <summary>
/// <c>policy check</c>: whether a policy file holds, with every error's line and column, and what in it is hardly meant. <c>policy test</c>,
/// <c>policy diff</c> and <c>policy shadow</c> stand beside it.
/// </summary>
internal static class PolicyCommand
{
    private static readonly Argument<string> PolicyPath = new("FILE") { Description = "The policy file." };

    private static readonly Option<bool> Strict = new("--strict") { Description = "Exit with 2 for a warning too: for a pipeline that reviews policies." };

    public static Command Create(TimeProvider time)
    {
        var check = new Command("check", "Checks a policy file: lists every error, and warns of what is allowed and hardly meant, such as rules that no deal can meet and conditions that contradict themselves, each with line and column. Warnings leave the exit code at 0.\n\nExample: salesrules policy check policy.yaml --strict") { PolicyPath, Strict };
        check.SetAction(parse => Check(parse.GetValue(PolicyPath)!, parse.GetValue(Strict), parse.GetValue(GlobalOptions.Json)));
        return new Command("policy", "Checks, tests and compares policy files.\n\nExample: salesrules policy check policy.yaml") { check, PolicyTestCommand.Create(), PolicyDiffCommand.Create(time), PolicyShadowCommand.Create(time) };
    }

    private static int Check(string path, bool strict, bool json)
    {
        var text = PolicySource.ReadText(path);
        var reading = PolicyFile.Parse(text, Path.GetFileName(path));
        var warnings = reading.Policy is { } policy ? PolicyLint.Of(policy, text) : [];
        if (json)
            PrintJson(reading, warnings);
        else
            PrintText(reading, warnings, path);
        return reading.Policy is null || (strict && warnings.Count > 0) ? ExitCode.WrongInput : ExitCode.Done;
    }

    private static void PrintText(PolicyReading reading, IReadOnlyList<PolicyWarning> warnings, string path)
    {
        foreach (var warning in warnings)
            Console.Out.WriteLine($"warning: {warning.In(Path.GetFileName(path))}");
        if (reading.Policy is { } policy)
        {
            Console.Out.WriteLine($"{path}: no errors{(warnings.Count > 0 ? $", {warnings.Count} warning(s)" : "")}. {policy.Stages.All.Count} stages, {policy.Hash}");
            return;
        }

        foreach (var problem in reading.Problems)
            Console.Out.WriteLine(problem);
        Console.Error.WriteLine($"{path}: {reading.Problems.Count} error(s).");
    }

    private static void PrintJson(PolicyReading reading, IReadOnlyList<PolicyWarning> warnings)
    {
        using var output = Console.OpenStandardOutput();
        using var writer = new Utf8JsonWriter(output, DecisionJson.WriterOptions);
        writer.WriteStartObject();
        writer.WriteBoolean("valid"u8, reading.Policy is not null);
        writer.WriteString("hash"u8, reading.Policy?.Hash);
        writer.WriteStartArray("problems"u8);
        foreach (var problem in reading.Problems)
            PolicyTestJson.Write(writer, problem);
        writer.WriteEndArray();
        writer.WriteStartArray("warnings"u8);
        foreach (var warning in warnings)
            Write(writer, warning);
        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.Flush();
        output.Write("\n"u8);
    }

    private static void Write(Utf8JsonWriter writer, PolicyWarning warning)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, warning.Id);
        writer.WriteNumber("line"u8, warning.Line);
        writer.WriteNumber("column"u8, warning.Column);
        writer.WriteString("key"u8, warning.Key);
        writer.WriteString("message"u8, warning.Sentence);
        writer.WriteEndObject();
    }
}
