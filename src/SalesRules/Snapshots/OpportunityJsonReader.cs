using System.Globalization;
using System.Text.Json;

namespace SalesRules.Snapshots;

/// <summary>Turns one opportunity in Salesforce's REST shape into a snapshot. Properties that mean nothing to us are skipped.</summary>
public sealed class OpportunityJsonReader(FieldMap fields)
{
    private const int LongestName = 128;
    private const int Deepest = 64;
    private const string History = "OpportunityHistories";

    /// <summary>Reads one whole JSON object.</summary>
    /// <exception cref="SnapshotFormatException">It is no JSON object, a value has a wrong type, or the Id is missing or wrong.</exception>
    public Opportunity Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Deepest });
        try
        {
            reader.Read();
            var opportunity = Read(ref reader);
            if (reader.Read())
                throw new SnapshotFormatException("more than one JSON value on the line");
            return opportunity;
        }
        catch (JsonException problem)
        {
            var what = IsTooDeep(in reader, json) ? $"nested deeper than {Deepest} levels" : "not a JSON object: broken";
            throw new SnapshotFormatException(string.Create(CultureInfo.InvariantCulture, $"{what} at byte {problem.BytePositionInLine + 1}"), problem);
        }
        catch (InvalidOperationException problem)
        {
            // What the JSON reader throws for a text that is not valid UTF-8 or holds half a surrogate pair.
            throw new SnapshotFormatException("a text on the line is not valid UTF-8", problem);
        }
    }

    /// <summary>Reads the object that the reader stands on.</summary>
    /// <exception cref="SnapshotFormatException">As <see cref="Read(ReadOnlySpan{byte})"/>.</exception>
    public Opportunity Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new SnapshotFormatException("expected a JSON object with the opportunity's fields");
        var opportunity = new Opportunity();
        Span<char> name = stackalloc char[LongestName];
        Span<bool> seen = stackalloc bool[OpportunityFields.All.Count];
        seen.Clear();
        ReadObject(ref reader, opportunity, name, seen, prefixLength: 0);
        if (opportunity.Id == default)
            throw new SnapshotFormatException("Id: missing; every opportunity needs its Id of 15 or 18 characters");
        return opportunity;
    }

    /// <param name="name">Room for a field's path; the first <paramref name="prefixLength"/> characters hold the parent's: "Owner.".</param>
    /// <param name="seen">The fields that were read already, by place: of one that stands twice nobody knows which value is meant.</param>
    private void ReadObject(ref Utf8JsonReader reader, Opportunity target, scoped Span<char> name, scoped Span<bool> seen, int prefixLength)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadOnlySpan<char> path = name[..PathLength(ref reader, name, prefixLength)];
            reader.Read();
            if (fields.Find(path) is { } field)
                ReadField(ref reader, target, field, seen);
            else if (prefixLength == 0 && IsParent(path))
                ReadParent(ref reader, target, name, seen, path);
            else if (prefixLength == 0 && path.Equals(History, StringComparison.OrdinalIgnoreCase))
                StageHistoryJson.ReadInto(ref reader, target);
            else
                reader.Skip();
        }
    }

    /// <summary>Whether the reader refused an object or array because it stands in too many others.</summary>
    private static bool IsTooDeep(in Utf8JsonReader reader, ReadOnlySpan<byte> json) =>
        reader is { CurrentDepth: Deepest - 1, TokenType: JsonTokenType.StartArray or JsonTokenType.StartObject or JsonTokenType.PropertyName }
        && json[(int)reader.BytesConsumed..].TrimStart(" \t\r:,"u8) is [(byte)'[' or (byte)'{', ..];

    private void ReadField(ref Utf8JsonReader reader, Opportunity target, OpportunityField field, scoped Span<bool> seen)
    {
        if (seen[field.Place])
            throw new SnapshotFormatException($"{fields.NameOf(field)}: stands twice");
        seen[field.Place] = true;
        field.ReadJson(ref reader, target);
    }

    /// <summary>Copies the property's name behind the prefix; 0 for one longer than any of ours, which means nothing to us.</summary>
    private static int PathLength(ref Utf8JsonReader reader, scoped Span<char> name, int prefixLength)
    {
        // An escaped name never grows when it is unescaped, so its raw length is a safe bound.
        return reader.ValueSpan.Length > LongestName - prefixLength ? 0 : prefixLength + reader.CopyString(name[prefixLength..]);
    }

    private static bool IsParent(scoped ReadOnlySpan<char> path) =>
        path.Equals("Owner", StringComparison.OrdinalIgnoreCase) || path.Equals("Account", StringComparison.OrdinalIgnoreCase);

    private void ReadParent(ref Utf8JsonReader reader, Opportunity target, scoped Span<char> name, scoped Span<bool> seen, scoped ReadOnlySpan<char> path)
    {
        if (reader.TokenType == JsonTokenType.Null)
            return;
        if (reader.TokenType != JsonTokenType.StartObject)
            throw new SnapshotFormatException($"{path}: expected an object with the parent's fields");
        name[path.Length] = '.';
        ReadObject(ref reader, target, name, seen, path.Length + 1);
    }
}
