using System.Text.Json;
using SalesRules.Policies;
using SalesRules.PolicyTests;

namespace SalesRules.Host.Commands;

/// <summary>The outcome of <c>policy test</c> for a program.</summary>
internal static class PolicyTestJson
{
    public static string Of(Policy policy, PolicyTestReading reading, IReadOnlyList<PolicyTestResult> results) => JsonText.Of(writer =>
    {
        writer.WriteStartObject();
        writer.WriteBoolean("passed"u8, reading.Problems.Count == 0 && results.All(result => result.Holds));
        writer.WriteString("policy"u8, policy.Hash);
        writer.WriteNumber("cases"u8, results.Count);
        writer.WriteNumber("failed"u8, results.Count(result => !result.Holds));
        writer.WriteStartArray("results"u8);
        foreach (var result in results)
            Write(writer, result);
        writer.WriteEndArray();
        writer.WriteStartArray("problems"u8);
        foreach (var problem in reading.Problems)
            Write(writer, problem);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter writer, PolicyTestResult result)
    {
        writer.WriteStartObject();
        writer.WriteString("name"u8, result.Test.Name);
        writer.WriteNumber("line"u8, result.Test.Line);
        writer.WriteBoolean("passed"u8, result.Holds);
        writer.WriteStartArray("mismatches"u8);
        foreach (var mismatch in result.Mismatches)
        {
            writer.WriteStartObject();
            writer.WriteNumber("line"u8, mismatch.Line);
            writer.WriteString("key"u8, mismatch.Key);
            writer.WriteString("expected"u8, mismatch.Expected);
            writer.WriteString("found"u8, mismatch.Found);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>As <c>policy check</c> writes its own.</summary>
    internal static void Write(Utf8JsonWriter writer, PolicyProblem problem)
    {
        writer.WriteStartObject();
        writer.WriteNumber("line"u8, problem.Line);
        writer.WriteNumber("column"u8, problem.Column);
        writer.WriteString("key"u8, problem.Key);
        writer.WriteString("message"u8, problem.Sentence);
        writer.WriteEndObject();
    }
}
