using System.CommandLine;
using System.Globalization;
using SalesRules.Host.Configuration;
using SalesRules.PolicyTests;
using SalesRules.Rules;

namespace SalesRules.Host.Commands;

/// <summary><c>policy test</c>: whether a policy decides the cases beside it as they expect.</summary>
internal static class PolicyTestCommand
{
    private static readonly Argument<string> PolicyPath = new("FILE") { Description = "The policy file." };

    private static readonly Option<string?> Cases = new("--cases")
    {
        Description = "The cases. Default: those beside the policy, policy.tests.yaml for policy.yaml.",
        HelpName = "FILE",
    };

    public static Command Create()
    {
        var test = new Command("test", "Decides the cases beside a policy and lists every one that is decided otherwise than it expects.\n\nExample: salesrules policy test policy.yaml") { PolicyPath, Cases };
        test.SetAction(parse => Run(parse.GetValue(PolicyPath)!, parse.GetValue(Cases), parse.GetValue(GlobalOptions.Json)));
        return test;
    }

    private static int Run(string policyPath, string? casesPath, bool json)
    {
        var policy = PolicySource.Parse(PolicySource.ReadText(policyPath), policyPath);
        var path = casesPath ?? Path.ChangeExtension(policyPath, ".tests.yaml");
        var reading = PolicyTestFile.Parse(ReadCases(path), Path.GetFileName(path), policy);
        var rules = new RuleBook(policy);
        var results = reading.Tests.Select(test => test.Run(rules)).ToList();
        if (json)
            Console.Out.WriteLine(PolicyTestJson.Of(policy, reading, results));
        else
            PrintText(path, reading, results);
        return reading.Problems.Count == 0 && results.TrueForAll(result => result.Holds) ? ExitCode.Done : ExitCode.WrongInput;
    }

    private static void PrintText(string path, PolicyTestReading reading, List<PolicyTestResult> results)
    {
        foreach (var problem in reading.Problems)
            Console.Out.WriteLine(problem);
        foreach (var result in results.Where(result => !result.Holds))
            PrintFailure(Path.GetFileName(path), result);
        var failed = results.Count(result => !result.Holds);
        var summary = reading.Problems.Count > 0 ? $"{reading.Problems.Count} error(s); no case was decided."
            : failed > 0 ? $"{failed} of {results.Count} cases are decided otherwise than they expect."
            : $"all {results.Count} cases are decided as they expect.";
        (reading.Problems.Count + failed > 0 ? Console.Error : Console.Out).WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {summary}"));
    }

    private static void PrintFailure(string file, PolicyTestResult result)
    {
        Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{file}:{result.Test.Line}: {result.Test.Name}"));
        foreach (var mismatch in result.Mismatches)
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {file}:{mismatch.Line}: {mismatch.Key}: expected {mismatch.Expected}, found {mismatch.Found}"));
    }

    private static string ReadCases(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw CommandException.WrongInput($"The cases {path} cannot be read: {UnreadableFile.Reason(path, problem)}. --cases names another file.");
        }
    }
}
