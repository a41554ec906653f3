using System.Text;
using SalesRules.Notifications.Messages;

namespace SalesRules.Notifications.Email;

/// <summary>A message as plain text that reads well in 72 columns.</summary>
internal static class TextBody
{
    public const int Width = 72;

    /// <summary>Far more than anybody reads: mail servers take some 10 MB.</summary>
    public const int MostCharacters = 200_000;

    public static string Render(Message message) =>
        Whole(message.ToFit("mail", part => Whole(part).Length <= MostCharacters));

    private static string Whole(Message message)
    {
        var text = new StringBuilder();
        foreach (var line in Lines(message))
            text.Append(line).Append('\n');
        return text.ToString();
    }

    private static IEnumerable<string> Lines(Message message)
    {
        var title = $"{Word(message.Level)}{message.Title}";
        return
        [
            .. TextWrap.Lines(title),
            new string('=', Math.Min(title.Length, Width)),
            .. message.Sections.SelectMany(Of),
            .. message.LeftOut is null ? [] : TextWrap.Lines(message.LeftOut).Prepend(""),
            .. message.Actions.SelectMany(action => new[] { "", $"{action.Label}:", action.Link.AbsoluteUri }),
            "",
            // What mail clients take for a signature and leave out of answers.
            "-- ",
            "SalesRules",
            $"Message {message.Key}",
        ];
    }

    private static IEnumerable<string> Of(Section section)
    {
        if (section.Heading is not null)
        {
            yield return "";
            foreach (var line in TextWrap.Lines(section.Heading))
                yield return line;
            yield return new string('-', Math.Min(section.Heading.Length, Width));
        }

        foreach (var block in section.Blocks)
        {
            yield return "";
            foreach (var line in Of(block))
                yield return line;
        }
    }

    private static IEnumerable<string> Of(Block block) => block switch
    {
        Paragraph paragraph => [.. TextWrap.Lines(paragraph.Text.Text), .. Link(paragraph.Text, "")],
        Facts facts => TextFacts.Lines(facts),
        BulletList list => list.Items.SelectMany(item => TextWrap.Lines(item.Text, "- ", "  ").Concat(Link(item, "  "))),
        Table table => TextTable.Lines(table),
        _ => throw new NotSupportedException($"Text has no form for {block.GetType().Name}."),
    };

    /// <summary>An address stands on a line of its own, whole: mail clients make it a link.</summary>
    public static IEnumerable<string> Link(Inline text, string indent) => text.Link is null ? [] : [indent + text.Link.AbsoluteUri];

    private static string Word(Level level) => level switch { Level.Urgent => "URGENT: ", Level.Attention => "Attention: ", _ => "" };
}
