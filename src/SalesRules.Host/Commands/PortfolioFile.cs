using System.CommandLine;
using System.Globalization;
using SalesRules.Host.Configuration;
using SalesRules.Host.Evaluation;
using SalesRules.Host.Runs;
using SalesRules.Portfolio;
using SalesRules.Snapshots;

namespace SalesRules.Host.Commands;

/// <summary>The figures of a file: its rows are added up one by one, and only their ids are held, to count none of them twice.</summary>
internal static class PortfolioFile
{
    private const int ProblemsKept = 20;

    public static async Task<PortfolioReading> ReadAsync(
        ParseResult parse, string name, TimeProvider time, Func<DateOnly, DateOnly> sinceOf, Slicing? by, CancellationToken cancellationToken)
    {
        var (policy, _) = PolicySource.Load(parse, Settings.Load(parse.GetValue(GlobalOptions.Config)));
        var today = parse.GetValue(GlobalOptions.AsOf) ?? BusinessDate.Today(time, policy);
        await using var input = InputFile.Open(name);
        await using var rows = await RowSources.OpenAsync(input, name, policy.Fields, InputOptions.Of(parse, policy), cancellationToken);
        if (rows.IgnoredColumns.Count > 0)
            await Console.Error.WriteLineAsync($"Columns that mean nothing to SalesRules and are left out: {string.Join(", ", rows.IgnoredColumns)}");
        using var progress = FileProgress.Start("Adding up", input);
        var reading = await AddUpAsync(rows, new PortfolioBuilder(new PortfolioScope(policy, today, sinceOf(today)), by), progress, cancellationToken);
        progress.Dispose();
        foreach (var note in rows.Notes)
            await Console.Error.WriteLineAsync(note);
        return reading;
    }

    private static async Task<PortfolioReading> AddUpAsync(IRowSource rows, PortfolioBuilder builder, FileProgress progress, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var ids = new HashSet<SalesforceId>();
        var notListed = 0;
        while (await rows.NextAsync(cancellationToken))
        {
            progress.Report(rows.BytesRead);
            if (TryAdd(rows, builder, ids) is not { } problem)
                continue;
            if (problems.Count < ProblemsKept)
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"line {rows.Line}: {problem}"));
            else
                notListed++;
        }

        if (notListed > 0)
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"and {notListed:N0} more lines that are in no figure"));
        return new PortfolioReading(builder.Build(), problems, []);
    }

    /// <summary>Adds the present row; says why not.</summary>
    private static string? TryAdd(IRowSource rows, PortfolioBuilder builder, HashSet<SalesforceId> ids)
    {
        try
        {
            var deal = rows.Read();
            if (!ids.Add(deal.Id))
                return $"{deal.Id} stands on an earlier line already; only that one counts";
            builder.Add(deal);
            return null;
        }
        catch (SnapshotFormatException problem)
        {
            return problem.Message;
        }
    }
}
