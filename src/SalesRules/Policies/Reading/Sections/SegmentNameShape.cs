using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

/// <summary>A segment that the file's own section segments gives to deals, whatever its case.</summary>
internal sealed class SegmentNameShape : Shape<string>
{
    private readonly TextShape text = new(SegmentsSection.LongestName, "segment");

    public override string Expected => "a segment of the section segments";

    public override JsonObject Schema() => text.Schema();

    public override JsonNode? Written(string value) => text.Written(value);

    public override bool TryRead(Value value, [MaybeNullWhen(false)] out string result)
    {
        if (!text.TryRead(value, out result))
            return false;
        if (value.Names.Segments is not { } segments || segments.Contains(result, StringComparer.OrdinalIgnoreCase))
            return true;
        value.Refuse($"{Wording.Quoted(result)} is no segment of the section segments{Wording.DidYouMean(result, segments)}");
        return false;
    }
}
