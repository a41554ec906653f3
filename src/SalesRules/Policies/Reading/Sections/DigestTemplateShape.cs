using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SalesRules.Digests;
using SalesRules.Policies.Reading.Shapes;

namespace SalesRules.Policies.Reading.Sections;

/// <summary>A text of a digest on one line.</summary>
/// <param name="names">What it may show in braces; none: it is plain text.</param>
internal sealed class DigestTemplateShape(IReadOnlyList<string> names) : Shape<DigestTemplate>
{
    private readonly TextShape text = new(TextShape.SalesforceLength);

    public override string Expected => names.Count == 0 ? text.Expected : $"{text.Expected}; it may show {string.Join(", ", names.Select(name => $"{{{name}}}"))}";

    public override JsonObject Schema() => text.Schema();

    public override JsonNode? Written(DigestTemplate value) => value.Text;

    public override bool TryRead(Value value, [MaybeNullWhen(false)] out DigestTemplate result)
    {
        result = null;
        if (!text.TryRead(value, out var line))
            return false;
        result = DigestTemplate.Read(line, names, out var problem);
        if (problem is not null)
            value.Refuse(problem);
        return result is not null;
    }
}
