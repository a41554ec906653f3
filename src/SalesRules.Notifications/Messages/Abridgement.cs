namespace SalesRules.Notifications.Messages;

/// <summary>Shortens a message to a channel's limit from its end: row by row, item by item, and says what was left out.</summary>
internal static class Abridgement
{
    /// <param name="limit">Whose limit and which, such as "Slack's limit of 50 blocks".</param>
    /// <param name="fits">Whether the channel takes a message.</param>
    /// <returns>The message itself where it fits; else as much of it as does.</returns>
    public static Message ToFit(this Message message, string limit, Func<Message, bool> fits)
    {
        if (fits(message))
            return message;
        var (fitting, tooMany) = (0, Units(message));
        while (tooMany - fitting > 1)
        {
            var middle = fitting + ((tooMany - fitting) / 2);
            if (fits(Keep(message, middle, limit)))
                fitting = middle;
            else
                tooMany = middle;
        }

        return Keep(message, fitting, limit);
    }

    private static int Units(Message message) => message.Sections.SelectMany(section => section.Blocks).Sum(Units);

    private static int Units(Block block) => block switch
    {
        Facts facts => facts.Items.Count,
        BulletList list => list.Items.Count,
        Table table => table.Rows.Count,
        _ => 1,
    };

    private static Message Keep(Message message, int units, string limit)
    {
        List<Section> kept = [];
        List<Block> gone = [];
        string? from = null;
        foreach (var section in message.Sections)
        {
            List<Block> blocks = [];
            foreach (var block in section.Blocks)
            {
                var has = Units(block);
                var stays = Math.Min(units, has);
                units -= stays;
                if (stays > 0)
                    blocks.Add(Part(block, 0, stays));
                if (stays < has)
                {
                    gone.Add(Part(block, stays, has));
                    from ??= section.Heading;
                }
            }

            if (blocks.Count > 0)
                kept.Add(section with { Blocks = blocks });
        }

        return message with { Sections = kept, LeftOut = Sentence(gone, from, limit) };
    }

    private static Block Part(Block block, int from, int to) => block switch
    {
        Facts facts => new Facts([.. facts.Items.Take(from..to)]),
        BulletList list => new BulletList([.. list.Items.Take(from..to)]),
        Table table => new Table(table.Columns, [.. table.Rows.Take(from..to)]),
        _ => block,
    };

    private static string Sentence(List<Block> gone, string? from, string limit)
    {
        var counts = new (int Count, string One, string Many)[]
        {
            (gone.OfType<Table>().Sum(Units), "table row", "table rows"),
            (gone.OfType<BulletList>().Sum(Units), "list item", "list items"),
            (gone.OfType<Facts>().Sum(Units), "fact", "facts"),
            (gone.OfType<Paragraph>().Count(), "paragraph", "paragraphs"),
        };
        var what = string.Join(", ", counts.Where(c => c.Count > 0).Select(c => $"{c.Count} {(c.Count == 1 ? c.One : c.Many)}"));
        var where = from is null ? "" : $", from “{PlainText.OneLine(from).Shorten(60)}” on";
        return $"Left out here for {limit}: {what}{where}.";
    }
}
