namespace SalesRules.Notifications.Slack;

/// <summary>Packs lines into as few texts as a limit allows, none of them cut.</summary>
internal static class SlackLines
{
    public static IEnumerable<string> Pack(IEnumerable<string> lines, string separator, int limit)
    {
        string? packed = null;
        foreach (var line in lines)
        {
            if (packed is not null && packed.Length + separator.Length + line.Length > limit)
            {
                yield return packed;
                packed = null;
            }

            packed = packed is null ? line : packed + separator + line;
        }

        if (packed is not null)
            yield return packed;
    }
}
