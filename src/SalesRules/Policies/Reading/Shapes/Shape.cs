using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace SalesRules.Policies.Reading.Shapes;

/// <summary>
/// What may stand somewhere in the policy file. The one description from which the loader, the JSON Schema and the
/// reference in docs/policy.md are made, so that they cannot disagree.
/// </summary>
internal abstract class Shape
{
    /// <summary>What belongs here, for problems and the reference: "a whole number from 1 to 365".</summary>
    public abstract string Expected { get; }

    /// <summary>The same as JSON Schema.</summary>
    public abstract JsonObject Schema();
}

/// <inheritdoc cref="Shape"/>
/// <typeparam name="T">What it is read into.</typeparam>
internal abstract class Shape<T> : Shape
{
    /// <summary>Reads the value, or reports every problem that it has and returns false.</summary>
    public abstract bool TryRead(Value value, [MaybeNullWhen(false)] out T result);

    /// <summary>The value as the file would say it, for schema and reference.</summary>
    public abstract JsonNode? Written(T value);

    /// <summary>Reports that something of another kind stands there.</summary>
    protected void RefuseKind(Value value) => value.Refuse($"expected {Expected}, found {value.Node.Kind}");
}
