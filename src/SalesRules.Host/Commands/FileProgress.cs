using Spectre.Console;

namespace SalesRules.Host.Commands;

/// <summary>A progress bar over the bytes of a file, on a terminal only: in a pipe nothing is drawn.</summary>
internal sealed class FileProgress : IDisposable
{
    private readonly IAnsiConsole console;
    private readonly string title;
    private readonly long length;
    private int lastPercent = -1;

    private FileProgress(IAnsiConsole console, string title, long length)
    {
        this.console = console;
        this.title = title;
        this.length = length;
    }

    public static FileProgress Start(string title, Stream file)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        var draws = !Console.IsErrorRedirected && file is FileStream { CanSeek: true, Length: > 0 };
        return new FileProgress(console, title, draws ? file.Length : 0);
    }

    public void Report(long bytesRead)
    {
        if (length == 0)
            return;
        var percent = (int)(bytesRead * 100 / length);
        if (percent == lastPercent)
            return;
        lastPercent = percent;
        console.Markup($"\r{title} [green]{new string('━', percent / 4)}[/][grey]{new string('━', 25 - (percent / 4))}[/] {percent} %");
    }

    public void Dispose()
    {
        if (lastPercent < 0)
            return;
        lastPercent = -1;
        console.WriteLine();
    }
}
