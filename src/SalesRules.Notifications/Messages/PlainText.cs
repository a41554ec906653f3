namespace SalesRules.Notifications.Messages;

/// <summary>Text as messages hold it: line feeds are the only control characters.</summary>
internal static class PlainText
{
    public static string Clean(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").Select(c => char.IsControl(c) && c != '\n' ? ' ' : c)).Trim();

    /// <summary>For what must stand on one line, such as a subject.</summary>
    public static string OneLine(string text) => Clean(text).Replace('\n', ' ');
}
