using System.Globalization;
using SalesRules.Host.Runs;
using Spectre.Console;

namespace SalesRules.Host.Commands;

/// <summary>How far a run has come, in one line on a terminal that is written over; in a pipe nothing is drawn.</summary>
internal sealed class RunProgress : IDisposable
{
    private const int BarWidth = 25;

    private readonly IAnsiConsole? console = Console.IsErrorRedirected
        ? null
        : AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });

    private bool hasDrawn;

    /// <summary>While reading, the total is not known: a count. While writing, a bar over what is planned.</summary>
    public void Report(RunTally tally)
    {
        var settled = tally.Writes.Written + tally.Writes.Refused + tally.Writes.Moved + tally.Writes.Unclear;
        if (settled == 0)
            Draw($"Deciding: {Number(tally.Evaluated)} opportunities, {Number(tally.Planned.Deals)} to change");
        else
            Draw($"Writing {Bar(settled, tally.Planned.WrittenDeals)} {Number(settled)} of {Number(tally.Planned.WrittenDeals)}");
    }

    /// <param name="doing">What is done with them.</param>
    public void Report(int read, string doing = "Deciding") => Draw($"{doing}: {Number(read)} opportunities");

    /// <summary>Ends the line with the work, so that what is said afterwards stands on one of its own.</summary>
    public async Task<T> WithinAsync<T>(Func<Task<T>> workAsync)
    {
        using (this)
            return await workAsync();
    }

    public void Dispose()
    {
        if (hasDrawn)
            console!.WriteLine();
        hasDrawn = false;
    }

    private void Draw(string line)
    {
        if (console is null)
            return;
        hasDrawn = true;
        console.Markup($"\r{line}   ");
    }

    private static string Bar(int done, int all)
    {
        var filled = all == 0 ? BarWidth : Math.Min(BarWidth, done * BarWidth / all);
        return $"[green]{new string('━', filled)}[/][grey]{new string('━', BarWidth - filled)}[/]";
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
