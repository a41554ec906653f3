using SalesRules.Policies.Reading.Yaml;

namespace SalesRules.Policies.Reading;

/// <summary>A node at its place in the file, and where to say what is wrong with it.</summary>
/// <param name="Path">The key path, empty for the whole file.</param>
/// <param name="Names">What the file itself gives names to, wherever in it that stands.</param>
internal readonly record struct Value(PolicyNode Node, string Path, ProblemList Problems, FileNames Names)
{
    public void Refuse(string sentence) => Problems.Add(Node.Line, Node.Column, Path, sentence);

    /// <summary>What stands behind a key of this map.</summary>
    public Value Member(MapEntry entry) => this with { Node = entry.Value, Path = PathOf(entry.Key.Text) };

    /// <summary>The key itself, for problems with it.</summary>
    public Value KeyOf(MapEntry entry) => this with { Node = entry.Key, Path = PathOf(entry.Key.Text) };

    /// <summary>A key that is not there: its path, at the place of this map.</summary>
    public Value Absent(string key) => this with { Path = PathOf(key) };

    public Value Item(PolicyNode item, int index) => this with { Node = item, Path = FormattableString.Invariant($"{Path}[{index}]") };

    private string PathOf(string key) => Path.Length == 0 ? Wording.Shortened(key) : $"{Path}.{Wording.Shortened(key)}";
}
