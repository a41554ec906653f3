using System.Text.Json.Nodes;

namespace SalesRules.Policies.Reading.Shapes;

/// <summary>A value, or null for none.</summary>
internal sealed class OptionalShape<T>(Shape<T> inner) : Shape<T?>
    where T : struct
{
    public override string Expected => $"{inner.Expected}, or null";

    public override JsonObject Schema() => OrNull.Of(inner.Schema());

    public override JsonNode? Written(T? value) => value is { } given ? inner.Written(given) : null;

    public override bool TryRead(Value value, out T? result)
    {
        result = null;
        if (value.Node.IsNull)
            return true;
        var isRead = inner.TryRead(value, out var given);
        result = given;
        return isRead;
    }
}
