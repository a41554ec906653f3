using SalesRules.Notifications.Messages;

namespace SalesRules.Notifications.Email;

/// <summary>Names and values in two columns.</summary>
internal static class TextFacts
{
    // Values beside longer names would have no room.
    private const int WidestName = 24;

    public static IEnumerable<string> Lines(Facts facts)
    {
        var width = Math.Min(WidestName, facts.Items.Select(fact => TextWrap.Columns(fact.Name) + 1).DefaultIfEmpty(0).Max());
        var indent = new string(' ', width + 1);
        foreach (var fact in facts.Items)
        {
            var name = $"{fact.Name}:";
            var lines = TextWrap.Columns(name) <= width
                ? TextWrap.Lines(fact.Value.Text, TextTable.Pad(name, width, isNumber: false) + " ", indent)
                : TextWrap.Lines(fact.Value.Text, indent, indent).Prepend(name);
            foreach (var line in lines.Concat(TextBody.Link(fact.Value, indent)))
                yield return line;
        }
    }
}
