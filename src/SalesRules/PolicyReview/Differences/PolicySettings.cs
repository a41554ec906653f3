using SalesRules.Policies;
using SalesRules.Policies.Reading.Sections;
using SalesRules.Policies.Reading.Shapes;
using SalesRules.Policies.Reading.Yaml;

namespace SalesRules.PolicyReview.Differences;

/// <summary>Everything that a policy file says, with the defaults of what it leaves out, as single values by key path. For a file that has been read without problems.</summary>
internal sealed class PolicySettings
{
    private const string DefaultsFile = "policy.yaml";

    /// <summary>What no default can say: an org has its own stages.</summary>
    private static readonly string[] WithoutDefault = ["stages", "pov.return-stage"];

    private static readonly MapNode Defaults = ReadDefaults();
    private static readonly SettingLeaves DefaultLeaves = LeavesOf(Defaults);

    private readonly SettingLeaves leaves;

    private PolicySettings(MapNode root)
    {
        leaves = LeavesOf(root);
        Places = new KeyPlaces(root);
    }

    /// <summary>Path to value, as the file or the default writes it.</summary>
    public IReadOnlyDictionary<string, string> Values => leaves.Values;

    /// <inheritdoc cref="SettingLeaves.Orders"/>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Orders => leaves.Orders;

    public KeyPlaces Places { get; }

    public static PolicySettings Of(string text) => new((MapNode)NodeReader.Read(PolicyFile.Normalised(text))!);

    /// <summary>Whether the file has the key and says otherwise than the default.</summary>
    public bool IsChanged(string key) => Places.Has(key) && !Below(leaves, key).SetEquals(Below(DefaultLeaves, key));

    private static HashSet<KeyValuePair<string, string>> Below(SettingLeaves leaves, string key) =>
        [.. leaves.Values.Where(leaf => leaf.Key.StartsWith(key, StringComparison.Ordinal) && (leaf.Key.Length == key.Length || leaf.Key[key.Length] is '.' or '['))];

    private static SettingLeaves LeavesOf(MapNode root)
    {
        var leaves = new SettingLeaves();
        Add(leaves, new PolicySection(), root, Defaults, "");
        return leaves;
    }

    /// <summary>Sections keep the default of each key that they do not name; any other value replaces its default as a whole.</summary>
    private static void Add(SettingLeaves leaves, ISection section, MapNode? given, MapNode? defaults, string path)
    {
        foreach (var key in section.Keys)
        {
            var at = path.Length == 0 ? key.Name : $"{path}.{key.Name}";
            var written = ValueOf(given, key.Name);
            var otherwise = WithoutDefault.Contains(at) ? null : ValueOf(defaults, key.Name);
            if (key.Shape is ISection part)
                Add(leaves, part, written as MapNode, otherwise as MapNode, at);
            else if ((written ?? otherwise) is { } node && !(node.IsNull && otherwise is MapNode))
                leaves.Add(at, node);
        }
    }

    private static PolicyNode? ValueOf(MapNode? map, string key) => map?.Entries.FirstOrDefault(entry => entry.Key.Text == key)?.Value;

    /// <summary>The repository's policy.yaml, which writes every default out.</summary>
    private static MapNode ReadDefaults()
    {
        using var stream = typeof(PolicySettings).Assembly.GetManifestResourceStream(DefaultsFile)!;
        using var reader = new StreamReader(stream);
        return (MapNode)NodeReader.Read(reader.ReadToEnd())!;
    }
}
