using System.Globalization;
using SalesRules.Policies.Reading.Yaml;
using SalesRules.Snapshots;

namespace SalesRules.PolicyReview.Differences;

/// <summary>
/// A piece of a policy file as its single values by key path. The items of a list that have a name or an id go by it
/// (stages[POV].type), so that an item that is inserted moves no other.
/// </summary>
internal sealed class SettingLeaves
{
    private static readonly string[] Names = ["name", "id"];

    private readonly Dictionary<string, string> leaves = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> orders = new(StringComparer.Ordinal);

    /// <summary>Path to value, as the file writes it.</summary>
    public IReadOnlyDictionary<string, string> Values => leaves;

    /// <summary>Path of a list to the names of its items, in its order.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Orders => orders;

    public void Add(string path, PolicyNode node)
    {
        switch (node)
        {
            case MapNode map:
                foreach (var entry in map.Entries)
                    Add($"{path}.{entry.Key.Text}", entry.Value);
                break;
            case ListNode { Items.Count: > 0 } list when list.Items.All(item => NameOf(item) is not null):
                AddNamed(path, list);
                break;
            default:
                leaves[path] = Written(node);
                break;
        }
    }

    private void AddNamed(string path, ListNode list)
    {
        orders[path] = [.. list.Items.Select(item => NameOf(item)!.Value.Text)];
        foreach (var item in list.Items)
        {
            var (key, name) = NameOf(item)!.Value;
            foreach (var entry in ((MapNode)item).Entries.Where(entry => entry.Key.Text != key))
                Add($"{path}[{name}].{entry.Key.Text}", entry.Value);
        }
    }

    private static (string Key, string Text)? NameOf(PolicyNode item) =>
        (item as MapNode)?.Entries.FirstOrDefault(entry => Names.Contains(entry.Key.Text)) is { Value: ScalarNode name } entry ? (entry.Key.Text, name.Text) : null;

    /// <summary>On one line; 3.0 and 3 are one value.</summary>
    private static string Written(PolicyNode node) => node switch
    {
        ScalarNode { IsNull: true } => "null",
        ScalarNode { IsPlain: true } scalar when decimal.TryParse(scalar.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) =>
            FieldValue.Normalised(number).ToString(CultureInfo.InvariantCulture),
        ScalarNode scalar => scalar.Text,
        ListNode list => $"[{string.Join(", ", list.Items.Select(Written))}]",
        _ => $"{{{string.Join(", ", ((MapNode)node).Entries.Select(entry => $" {entry.Key.Text}: {Written(entry.Value)}"))} }}",
    };
}
