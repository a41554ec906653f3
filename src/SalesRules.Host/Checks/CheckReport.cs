using System.Text.Json;
using SalesRules.Host.Commands;

namespace SalesRules.Host.Checks;

/// <summary>Prints the results of `doctor`: a line and its fix for a person, one object for a program.</summary>
internal static class CheckReport
{
    private const int StatusWidth = 9;
    private const int NameWidth = 17;

    public static void Print(CheckList list, TextWriter output, bool json)
    {
        if (json)
            output.WriteLine(JsonText.Of(writer => Write(writer, list)));
        else
            PrintText(list, output);
    }

    private static void PrintText(CheckList list, TextWriter output)
    {
        foreach (var result in list.Results)
        {
            output.WriteLine(Line(Word(result.Status), result.Name, result.Detail));
            if (result.Fix is { } fix)
                output.WriteLine(Line("", "", $"fix: {fix}"));
        }
    }

    /// <summary>Later lines of a detail stand below its first.</summary>
    private static string Line(string status, string name, string text) =>
        status.PadRight(StatusWidth) + name.PadRight(NameWidth) + text.ReplaceLineEndings(Environment.NewLine + new string(' ', StatusWidth + NameWidth));

    private static string Word(CheckStatus status) => status switch
    {
        CheckStatus.Passed => "pass",
        CheckStatus.Warning => "warning",
        CheckStatus.Failed => "FAIL",
        _ => "skipped",
    };

    private static void Write(Utf8JsonWriter writer, CheckList list)
    {
        writer.WriteStartObject();
        writer.WriteBoolean("ok"u8, !list.Failures.Any());
        writer.WriteStartArray("checks"u8);
        foreach (var result in list.Results)
        {
            writer.WriteStartObject();
            writer.WriteString("check"u8, result.Name);
            writer.WriteString("status"u8, Word(result.Status).ToLowerInvariant());
            writer.WriteString("detail"u8, result.Detail);
            writer.WriteString("fix"u8, result.Fix);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
