using System.CommandLine;
using System.Text.Json;
using SalesRules.Decisions;
using SalesRules.Host.Configuration;
using SalesRules.Policies;

namespace SalesRules.Host.Commands;

/// <summary><c>policy check</c>: whether a policy file holds, with every error's line and column. <c>policy test</c> stands beside it.</summary>
internal static class PolicyCommand
{
    private static readonly Argument<string> PolicyPath = new("FILE") { Description = "The policy file." };

    public static Command Create()
    {
        var check = new Command("check", "Checks a policy file and lists every error with line and column.\n\nExample: salesrules policy check policy.yaml") { PolicyPath };
        check.SetAction(parse => Check(parse.GetValue(PolicyPath)!, parse.GetValue(GlobalOptions.Json)));
        return new Command("policy", "Looks at policy files.\n\nExample: salesrules policy check policy.yaml") { check, PolicyTestCommand.Create() };
    }

    private static int Check(string path, bool json)
    {
        var reading = PolicyFile.Parse(PolicySource.ReadText(path), Path.GetFileName(path));
        if (json)
            PrintJson(reading);
        else
            PrintText(reading, path);
        return reading.Policy is null ? ExitCode.WrongInput : ExitCode.Done;
    }

    private static void PrintText(PolicyReading reading, string path)
    {
        if (reading.Policy is { } policy)
        {
            Console.Out.WriteLine($"{path}: no errors. {policy.Stages.All.Count} stages, {policy.Hash}");
            return;
        }

        foreach (var problem in reading.Problems)
            Console.Out.WriteLine(problem);
        Console.Error.WriteLine($"{path}: {reading.Problems.Count} error(s).");
    }

    private static void PrintJson(PolicyReading reading)
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
        writer.WriteEndObject();
        writer.Flush();
        output.Write("\n"u8);
    }
}
