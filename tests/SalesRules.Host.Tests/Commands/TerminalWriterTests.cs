using SalesRules.Host.Commands;

namespace SalesRules.Host.Tests.Commands;

internal sealed class TerminalWriterTests
{
    [TestCase("one\nline", "one line")]
    [TestCase("one\r\nline", "one line")]
    [TestCase("one\u2028two\u2029three\u0085four", "one two three four")]
    [TestCase("\u001b[2J\u0007\tbell", " [2J  bell")]
    [TestCase("Müller & Söhne 漢字 🚀 \u200f", "Müller & Söhne 漢字 🚀 \u200f")]
    public void A_line_stays_a_line(string text, string line)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var terminal = new TerminalWriter(output);

        terminal.WriteLine(text);
        terminal.Write(text);

        Assert.That(output.ToString(), Is.EqualTo($"{line}\n{line}"));
    }
}
