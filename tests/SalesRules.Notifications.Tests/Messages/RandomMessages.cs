using SalesRules.Notifications.Messages;

namespace SalesRules.Notifications.Tests.Messages;

/// <summary>Messages of any shape and size, from a seed, with text of every awkward kind.</summary>
internal static class RandomMessages
{
    private static readonly string[] Pieces =
        ["a", " ", "word ", "&", "<", ">", "<!channel>", "*", "_", "`", "[x](http://y.example)", "|", "\\", "\n", "\r\n", "ü", "漢字", "🚀", "é", "\"", "'", ".", "\n.\n", "{{DATE()}}", "\0", "\u202e"];

    public static Message Of(int seed)
    {
        var random = new Random(seed);
        return new()
        {
            Key = $"key/{seed}",
            Title = $"T{Text(random)}",
            Summary = random.Next(2) == 0 ? null : Text(random),
            Level = (Level)random.Next(3),
            Sections = [.. Many(random, 8, () => new Section(random.Next(2) == 0 ? null : Text(random), [.. Many(random, 6, () => Block(random))]))],
            Actions = [.. Many(random, Message.MostActions, () => new LinkAction($"L{Text(random)}", Link(random)))],
        };
    }

    private static Block Block(Random random) => random.Next(4) switch
    {
        0 => new Paragraph(Inline(random)),
        1 => new Facts([.. Many(random, 30, () => new Fact(Text(random), Inline(random)))]),
        2 => new BulletList([.. Many(random, 60, () => Inline(random))]),
        _ => Table(random),
    };

    private static Table Table(Random random)
    {
        var columns = random.Next(1, SalesRules.Notifications.Messages.Table.MostColumns + 1);
        return new Table(
            [.. Enumerable.Range(0, columns).Select(_ => new Column(Text(random), random.Next(2) == 0))],
            [.. Many(random, 60, () => (IReadOnlyList<Inline>)[.. Enumerable.Range(0, columns).Select(_ => Inline(random))])]);
    }

    private static Inline Inline(Random random) => new(Text(random), random.Next(3) == 0 ? Link(random) : null);

    private static Uri Link(Random random) => new($"https://org.example/x?a=1&b=<(|)>&c={new string('u', random.Next(10) == 0 ? random.Next(1_900) : random.Next(30))}");

    private static string Text(Random random)
    {
        var length = random.Next(300) == 0 ? random.Next(6_000) : random.Next(12);
        return string.Concat(Enumerable.Range(0, length).Select(_ => Pieces[random.Next(Pieces.Length)]));
    }

    private static IEnumerable<T> Many<T>(Random random, int most, Func<T> make) => Enumerable.Range(0, random.Next(most + 1)).Select(_ => make());
}
