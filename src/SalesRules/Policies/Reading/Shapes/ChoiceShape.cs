using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace SalesRules.Policies.Reading.Shapes;

/// <summary>One of a few words, each with its meaning. Case counts, as it does in the schema.</summary>
internal sealed class ChoiceShape<T>(string noun, params IReadOnlyList<(string Name, T Meaning)> choices) : ScalarShape<T>
{
    public override string Expected => $"one of {string.Join(", ", choices.Select(choice => choice.Name))}";

    protected override string Noun => noun;

    public override JsonObject Schema() => new()
    {
        ["type"] = "string",
        ["enum"] = new JsonArray([.. choices.Select(choice => JsonValue.Create(choice.Name))]),
    };

    protected override string Name(T value) => choices.First(choice => EqualityComparer<T>.Default.Equals(choice.Meaning, value)).Name;

    protected override bool TryParse(string text, [MaybeNullWhen(false)] out T result)
    {
        foreach (var (name, meaning) in choices)
        {
            if (name == text)
            {
                result = meaning;
                return true;
            }
        }

        result = default;
        return false;
    }
}
