using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using SalesRules.Host.Configuration;
using SalesRules.Host.Portfolio;
using SalesRules.Journal.Shadows;
using SalesRules.Snapshots;

namespace SalesRules.Host.Commands;

/// <summary><c>policy shadow</c>: what the candidate of Policy:Shadow would have decided otherwise, run by run.</summary>
internal static class PolicyShadowCommand
{
    private const int LastByDefault = 10;

    private static readonly Option<int> Last = new("--last") { Description = "So many runs, newest first. Default: 10.", HelpName = "N", DefaultValueFactory = _ => LastByDefault };

    public static Command Create(TimeProvider time)
    {
        var command = new Command("shadow", "Lists what the candidate policy of the setting Policy:Shadow would have decided otherwise in the last runs. It decides beside the live policy and writes nothing.\n\nExample: salesrules policy shadow --last 5") { Last };
        command.SetAction((parse, cancellationToken) => RunAsync(parse, time, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parse, TimeProvider time, CancellationToken cancellationToken)
    {
        if (parse.GetValue(Last) is var count && count < 1)
            throw CommandException.WrongInput($"--last: expected at least 1, found {count}.");
        var settings = Settings.Load(parse.GetValue(GlobalOptions.Config));
        var (journal, _) = await JournalSource.OpenAsync(settings, JournalUse.Read, time, cancellationToken);
        await using var opened = journal;
        var shadows = await journal.LastOrgAsync(cancellationToken) is { } org ? await journal.ShadowsAsync(org, count, cancellationToken) : [];
        if (parse.GetValue(GlobalOptions.Json))
            Console.Out.WriteLine(JsonText.Of(writer => Write(writer, shadows)));
        else
            Print(shadows, new TerminalWriter(Console.Out));
        return ExitCode.Done;
    }

    private static void Print(IReadOnlyList<ShadowEntry> shadows, TextWriter output)
    {
        if (shadows.Count == 0)
        {
            output.WriteLine("No run had a shadow yet: name a candidate policy in the setting Policy:Shadow.");
            return;
        }

        foreach (var line in TextTable.Lines(["run", "policy", "decided", "otherwise", "failed", "problem"], [.. shadows.Select(Row)]))
            output.WriteLine(line);
        output.WriteLine();
        output.WriteLine("The deals of the newest run, as far as they are named:");
        using var newest = JsonDocument.Parse(shadows[0].Disagreements);
        foreach (var deal in newest.RootElement.GetProperty("deals").EnumerateArray())
            output.WriteLine($"  {deal.GetProperty("id").GetString()} {deal.GetProperty("name").GetString()}: {string.Join("; ", Parts(deal))}");
    }

    private static IReadOnlyList<Cell> Row(ShadowEntry shadow) =>
    [
        Cell.Of(shadow.Run.Value), Cell.Of(shadow.PolicyHash?[..19] ?? "none"), Number(shadow.Decided), Number(shadow.Different), Number(shadow.Failed), Cell.Of(shadow.Problem),
    ];

    private static Cell Number(long count) => Cell.Of(count.ToString("N0", CultureInfo.InvariantCulture));

    private static IEnumerable<string> Parts(JsonElement deal) =>
        deal.GetProperty("changes").EnumerateArray().Select(change => $"{change.GetProperty("what").GetString()} {change.GetProperty("old").GetString()} -> {change.GetProperty("new").GetString()}")
            .Concat(deal.GetProperty("gained").EnumerateArray().Select(rule => $"+ {rule.GetString()}"))
            .Concat(deal.GetProperty("lost").EnumerateArray().Select(rule => $"- {rule.GetString()}"));

    private static void Write(Utf8JsonWriter writer, IReadOnlyList<ShadowEntry> shadows)
    {
        writer.WriteStartArray();
        foreach (var shadow in shadows)
        {
            writer.WriteStartObject();
            writer.WriteString("run"u8, shadow.Run.Value);
            writer.WriteString("startedAt"u8, FieldValue.Of(shadow.StartedAt).ToString());
            writer.WriteNumber("decided"u8, shadow.Decided);
            writer.WriteNumber("different"u8, shadow.Different);
            writer.WritePropertyName("shadow"u8);
            writer.WriteRawValue(shadow.Disagreements);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
