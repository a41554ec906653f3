using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using SalesRules.Policies.Reading.Yaml;

namespace SalesRules.Policies.Reading.Shapes;

/// <summary>A single value: a word, number or date.</summary>
internal abstract class ScalarShape<T> : Shape<T>
{
    /// <summary>What a wrong value is not: "forecast category".</summary>
    protected abstract string Noun { get; }

    /// <summary>False for numbers and true or false, which in quotes would be texts to every other reader of the file.</summary>
    protected virtual bool AllowsQuotes => true;

    public override bool TryRead(Value value, [MaybeNullWhen(false)] out T result)
    {
        result = default;
        if (value.Node is not ScalarNode { IsNull: false } scalar)
        {
            RefuseKind(value);
            return false;
        }

        if (!scalar.IsPlain && !AllowsQuotes)
            value.Refuse($"{Wording.Quoted(scalar.Text)} is in quotes and so a text; expected {Expected}");
        else if (TryParse(scalar.Text, out result))
            return true;
        else
            value.Refuse(Refusal(scalar.Text));
        return false;
    }

    public override JsonNode? Written(T value) => JsonValue.Create(Name(value));

    /// <summary>The value's own text.</summary>
    protected abstract string Name(T value);

    protected abstract bool TryParse(string text, [MaybeNullWhen(false)] out T result);

    protected virtual string Refusal(string text) => $"{Wording.Quoted(text)} is no {Noun}; expected {Expected}";
}
