using System.Text.Json;
using SalesRules.Host.Alerts;
using SalesRules.Host.Portfolio;

namespace SalesRules.Host.Commands;

/// <summary>What people thought of alerts, by rule.</summary>
internal static class AnswersReport
{
    public static void Print(IReadOnlyList<Usefulness> rules, TextWriter output, bool json)
    {
        if (json)
            output.WriteLine(JsonText.Of(writer => Write(writer, rules)));
        else
            PrintText(rules, output);
    }

    public static void PrintText(IReadOnlyList<Usefulness> rules, TextWriter output)
    {
        if (rules.Count == 0)
        {
            output.WriteLine("Nobody has answered for an alert yet.");
            return;
        }

        IReadOnlyList<IReadOnlyList<Cell>> rows = [.. rules.Select(rule => (IReadOnlyList<Cell>)[Cell.Of(rule.Rule), Cell.Count(rule.Useful), Cell.Count(rule.NotUseful)])];
        foreach (var line in TextTable.Lines(["alerts of", "useful", "not useful"], rows))
            output.WriteLine(line);
    }

    public static void Write(Utf8JsonWriter writer, IReadOnlyList<Usefulness> rules)
    {
        writer.WriteStartArray();
        foreach (var rule in rules)
        {
            writer.WriteStartObject();
            writer.WriteString("rule"u8, rule.Rule);
            writer.WriteNumber("useful"u8, rule.Useful);
            writer.WriteNumber("notUseful"u8, rule.NotUseful);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
