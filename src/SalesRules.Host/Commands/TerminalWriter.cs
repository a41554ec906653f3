using System.Text;

namespace SalesRules.Host.Commands;

/// <summary>
/// Where a report is printed for a person: each line that is written is one line, whatever the records hold that it tells of. A line break in
/// a deal's name would else begin a line of its own, which nobody could tell from one of ours.
/// </summary>
internal sealed class TerminalWriter(TextWriter output) : TextWriter
{
    public override Encoding Encoding => output.Encoding;

    public override void WriteLine(string? value) => output.WriteLine(value is null ? null : TerminalText.OneLine(value));

    public override void WriteLine() => output.WriteLine();

    public override void Write(string? value) => output.Write(value is null ? null : TerminalText.OneLine(value));

    public override void Write(char value) => output.Write(char.IsControl(value) ? ' ' : value);

    public override void Flush() => output.Flush();
}
