using System.Text.Json.Nodes;

namespace SalesRules.Policies.Reading.Shapes;

/// <summary>A key of a section: its name, what may stand behind it, what it means, and what holds when it is left out.</summary>
internal abstract class Key(string name, string meaning)
{
    public string Name => name;

    /// <summary>One or two sentences for schema and reference.</summary>
    public string Meaning => meaning;

    public abstract Shape Shape { get; }

    public bool IsRequired { get; protected init; }

    /// <summary>The default in words, where it is worked out from other keys.</summary>
    public string? DefaultNote { get; protected init; }

    /// <summary>The default as the file would say it; null when there is none or it is worked out.</summary>
    public abstract JsonNode? WrittenDefault { get; }

    /// <summary>Reads what stands behind the key; null, with the problems reported, when it is no good.</summary>
    public abstract Read? TryRead(Value value);

    /// <summary>A value that was read, which may itself be null.</summary>
    internal sealed record Read(object? Result);
}

/// <inheritdoc cref="Key"/>
internal sealed class Key<T> : Key
{
    private readonly Shape<T> shape;

    /// <summary>A key that must be given.</summary>
    public Key(string name, Shape<T> shape, string meaning)
        : base(name, meaning)
    {
        this.shape = shape;
        IsRequired = true;
        Default = default!;
    }

    /// <summary>A key that may be left out.</summary>
    public Key(string name, Shape<T> shape, T otherwise, string meaning, string? defaultNote = null)
        : base(name, meaning)
    {
        this.shape = shape;
        Default = otherwise;
        DefaultNote = defaultNote;
    }

    public T Default { get; }

    public override Shape Shape => shape;

    public override JsonNode? WrittenDefault => IsRequired || DefaultNote is not null ? null : shape.Written(Default);

    public override Read? TryRead(Value value) => shape.TryRead(value, out var result) ? new Read(result) : null;
}
