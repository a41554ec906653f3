using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SalesRules.Policies.Reading.Yaml;

/// <summary>
/// Builds the tree of a YAML text from its events. Bounded, whatever the text: nesting, size, and the size that aliases would
/// blow it up to. An alias is the very node that its anchor names, so nothing is copied.
/// </summary>
internal sealed class NodeReader
{
    /// <summary>The policy's own nesting is five deep.</summary>
    public const int DeepestNesting = 20;

    /// <summary>Nodes, with aliases written out.</summary>
    public const int LargestTree = 100_000;

    private readonly string text;
    private readonly Scanner scanner;
    private readonly Parser parser;
    private readonly Dictionary<string, PolicyNode> anchors = [];
    private readonly Stack<ParsingEvent> open = [];
    private int size;

    private NodeReader(string text)
    {
        this.text = text;
        scanner = new Scanner(new StringReader(text));
        parser = new Parser(scanner);
    }

    /// <summary>The root of the text's one document; null when it has none.</summary>
    /// <exception cref="UnreadableYamlException">It is no YAML, or goes beyond a bound.</exception>
    public static PolicyNode? Read(string text) => new NodeReader(text).ReadDocument();

    private PolicyNode? ReadDocument()
    {
        Next(); // stream start
        if (Next() is StreamEnd)
            return null;
        var root = ReadNode(Next());
        Next(); // document end
        if (Next() is not StreamEnd and var second)
            throw Refused(second, "a second document begins here; a policy file holds one");
        return root is ScalarNode { IsNull: true } ? null : root;
    }

    private PolicyNode ReadNode(ParsingEvent start)
    {
        if (start is AnchorAlias alias)
            return Aliased(alias);
        Count(start, 1);
        var node = start switch
        {
            Scalar scalar => new ScalarNode(Line(scalar), Column(scalar), scalar.Value, scalar.Style == ScalarStyle.Plain),
            SequenceStart => Nested(start, ReadList),
            _ => Nested(start, ReadMap),
        };
        Remember(start, node);
        return node;
    }

    private PolicyNode Nested(ParsingEvent start, Func<ParsingEvent, PolicyNode> read)
    {
        if (open.Count == DeepestNesting)
            throw Refused(start, FormattableString.Invariant($"nested more than {DeepestNesting} deep; a policy is far flatter"));
        open.Push(start);
        var node = read(start);
        open.Pop();
        return node;
    }

    private PolicyNode ReadList(ParsingEvent start)
    {
        var items = new List<PolicyNode>();
        for (var next = Next(); next is not SequenceEnd; next = Next())
            items.Add(ReadNode(next));
        return new ListNode(Line(start), Column(start), 1 + items.Sum(item => item.Size), items);
    }

    private PolicyNode ReadMap(ParsingEvent start)
    {
        var entries = new List<MapEntry>();
        for (var next = Next(); next is not MappingEnd; next = Next())
        {
            if (ReadNode(next) is not ScalarNode key)
                throw Refused(next, "a list or map stands where a key belongs; keys are plain words");
            entries.Add(new MapEntry(key, ReadNode(Next())));
        }

        return new MapNode(Line(start), Column(start), 1 + entries.Sum(entry => 1 + entry.Value.Size), entries);
    }

    /// <summary>An anchor is known once its node is whole, so that an alias within it cannot close a circle.</summary>
    private PolicyNode Aliased(AnchorAlias alias)
    {
        if (!anchors.TryGetValue(alias.Value.Value, out var node))
            throw Refused(alias, $"the alias *{Wording.Shortened(alias.Value.Value)} has no anchor before it");
        Count(alias, node.Size);
        return node;
    }

    private void Remember(ParsingEvent start, PolicyNode node)
    {
        if (start is not NodeEvent named)
            return;
        if (!named.Tag.IsEmpty)
            throw Refused(start, "tags such as !!str have no meaning in a policy; write the value without it");
        if (!named.Anchor.IsEmpty)
            anchors[named.Anchor.Value] = node;
    }

    private void Count(ParsingEvent at, int nodes)
    {
        size += nodes;
        if (size > LargestTree)
            throw Refused(at, FormattableString.Invariant($"more than {LargestTree:N0} values, counting what aliases stand for; a policy is far smaller"));
    }

    /// <summary>
    /// The next event. Whatever the scanner throws means that it could not read the text: beside YamlException that is
    /// InvalidOperationException for a list that is not closed and ArgumentOutOfRangeException for a character beyond Unicode;
    /// after " : ]" it just stops.
    /// </summary>
    private ParsingEvent Next()
    {
        try
        {
            return parser.MoveNext() && parser.Current is { } next ? next : throw new InvalidOperationException("the events end early");
        }
        catch (Exception problem)
        {
            throw SyntaxProblem.Of(problem, text, open, scanner.CurrentPosition);
        }
    }

    private static UnreadableYamlException Refused(ParsingEvent at, string sentence) => new(Line(at), Column(at), sentence);

    private static int Line(ParsingEvent at) => (int)at.Start.Line;

    private static int Column(ParsingEvent at) => (int)at.Start.Column;
}
