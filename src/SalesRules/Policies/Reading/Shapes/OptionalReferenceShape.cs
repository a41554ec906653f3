using System.Text.Json.Nodes;

namespace SalesRules.Policies.Reading.Shapes;

/// <summary>A value that is an object, or null.</summary>
internal sealed class OptionalReferenceShape<T>(Shape<T> inner) : Shape<T?>
    where T : class
{
    public override string Expected => $"{inner.Expected}, or null";

    public override JsonObject Schema() => OrNull.Of(inner.Schema());

    public override JsonNode? Written(T? value) => value is null ? null : inner.Written(value);

    public override bool TryRead(Value value, out T? result)
    {
        result = null;
        return value.Node.IsNull || inner.TryRead(value, out result);
    }
}
