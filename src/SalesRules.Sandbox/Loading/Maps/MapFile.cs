using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SalesRules.Sandbox.Loading.Maps;

/// <summary>Reads a map file, JSON with comments and trailing commas, into nodes that know their lines.</summary>
internal ref struct MapFile
{
    private readonly ReadOnlySpan<byte> bytes;
    private Utf8JsonReader reader;
    private int line = 1;
    private int counted;

    private MapFile(ReadOnlySpan<byte> bytes)
    {
        this.bytes = bytes;
        reader = new Utf8JsonReader(bytes, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
    }

    /// <summary>The root object of the file; problems end the load when it is no JSON object.</summary>
    public static MapNode Read(string path, LoadProblems problems)
    {
        try
        {
            var text = File.ReadAllText(path);
            var file = new MapFile(Encoding.UTF8.GetBytes(text));
            file.Advance();
            var root = file.Node("", "");
            if (root.Kind == MapNodeKind.Object)
                return root;
            problems.Add(path, 1, "A map is a JSON object with the keys sources and records.");
        }
        catch (JsonException error)
        {
            problems.Add(path, (int)(error.LineNumber ?? 0) + 1, $"This is no JSON: {FirstSentence(error.Message)}");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add(path, 0, $"The map cannot be read: {error.Message}");
        }
        problems.ThrowIfAny();
        throw new InvalidOperationException("The problems above end the load.");
    }

    private MapNode Node(string key, string name)
    {
        var at = line;
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return new MapNode(MapNodeKind.Object, at, key, name) { Members = Members(key) };
            case JsonTokenType.StartArray:
                return new MapNode(MapNodeKind.List, at, key, name) { Items = Items(key) };
            default:
                var text = reader.TokenType switch
                {
                    JsonTokenType.Null => null,
                    JsonTokenType.String => reader.GetString(),
                    _ => Encoding.UTF8.GetString(reader.ValueSpan),
                };
                return new MapNode(MapNodeKind.Scalar, at, key, name, text);
        }
    }

    private List<MapNode> Members(string key)
    {
        var members = new List<MapNode>();
        while (Advance() != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            Advance();
            members.Add(Node(key.Length == 0 ? name : $"{key}.{name}", name));
        }
        return members;
    }

    private List<MapNode> Items(string key)
    {
        var items = new List<MapNode>();
        while (Advance() != JsonTokenType.EndArray)
        {
            var index = string.Create(CultureInfo.InvariantCulture, $"[{items.Count}]");
            items.Add(Node(key + index, index));
        }
        return items;
    }

    private JsonTokenType Advance()
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        line += bytes[counted..start].Count((byte)'\n');
        counted = start;
        return reader.TokenType;
    }

    private static string FirstSentence(string message) => message.Split(" Path:", 2)[0].Split(" LineNumber:", 2)[0];
}
