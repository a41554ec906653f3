using System.Diagnostics;
using SalesRules.Policies;

namespace SalesRules.Tests.Policies;

/// <summary>Whatever the text, the loader answers: with a policy or with problems, soon, and never by throwing.</summary>
public sealed class PolicyFuzzTests
{
    private static readonly string[] Fragments =
    [
        " ", "\n", "\t", ":", ": ", "- ", "? ", "[", "]", "{", "}", ",", "#", "&a ", "*a", "!x ", "!!str ", "|\n", ">-\n", "'", "\"", "%", "@", "`",
        "<<: ", "---\n", "...\n", "~", "null", "true", "-1", "1e9", "99999999999999999999", "\0", "\u2028", "\ud800", "\uFEFF", "\\U00110000", "é", "pov", "Commit",
    ];

    private static readonly string[] Repeated =
    [
        "[", "{", "- ", "? ", "\"", "'", "&a ", "*a ", "!", "%", "#", " ", "\t", ":", ": ", "a: ", "a:\n ", "[a,", "{a: ", "- - ", "\n", "|\n", "> \n x\n",
        "---\n", "...\n", "a ", "\"\\x41", "- &a *a\n", "\ud800", "\0", "\u2028", "a: b\n", "[a: b,", "? a\n", "- a\n", "\r", "\uFEFF", "%TAG ! x\n", "stages:\n", "- {}\n",
    ];

    private static readonly string Shipped = ShippedFiles.Read("policy.yaml");

    /// <summary>One change of a text: a fragment put in, characters taken out, or a line said twice.</summary>
    public sealed record Edit(int What, int Where, int HowMuch)
    {
        public string In(string text)
        {
            var at = Spread(Where) % (text.Length + 1);
            return (Spread(What) % 4) switch
            {
                0 => text.Remove(at, Math.Min(Spread(HowMuch) % 40, text.Length - at)),
                1 => text.Insert(at, text[at..Math.Min(text.Length, at + (Spread(HowMuch) % 80))]),
                _ => text.Insert(at, Fragments[Spread(HowMuch) % Fragments.Length]),
            };
        }

        private static int Spread(int number) => (int)(unchecked((uint)number * 2654435761u) >> 1);
    }

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public void A_damaged_policy_is_answered(Edit[] edits) =>
        AssertAnswered(edits.Aggregate(Shipped, (text, edit) => edit.In(text)));

    [FsCheck.NUnit.Property(MaxTest = 1000)]
    public void Any_text_is_answered(string? text) => AssertAnswered(text ?? "");

    [FsCheck.NUnit.Property(MaxTest = 2000)]
    public void Any_fragments_are_answered(byte[] fragments) =>
        AssertAnswered(string.Concat(fragments.Select(index => Fragments[index % Fragments.Length])));

    [TestCaseSource(nameof(Repeated))]
    public void A_million_characters_of_one_kind_are_answered_soon(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, PolicyFile.LongestText / piece.Length));
        var watch = Stopwatch.StartNew();

        AssertAnswered(text);

        // The slowest takes a second or so; a loader whose work grows with the square of the text would take hours.
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromMinutes(1)));
    }

    private static void AssertAnswered(string text)
    {
        var reading = PolicyFile.Parse(text, "fuzz.yaml");
        var lines = text.Count(c => c is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029') + 1;

        Assert.That(reading.IsSound, Is.EqualTo(reading.Problems.Count == 0));
        Assert.That(reading.Problems.Where(problem => problem.Line < 1 || problem.Line > lines), Is.Empty);
        Assert.That(reading.Problems.Where(problem => problem.Column < 1 || problem.Column > text.Length + 1), Is.Empty);
        Assert.That(reading.Problems.Where(problem => problem.Sentence.Length == 0), Is.Empty);
    }
}
