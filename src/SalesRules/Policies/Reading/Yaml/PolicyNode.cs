namespace SalesRules.Policies.Reading.Yaml;

/// <summary>
/// A piece of the file with its place. A tree of our own rather than YamlDotNet's, which stops at the first duplicate key and
/// compares whole subtrees.
/// </summary>
/// <param name="Size">How many nodes it has with its aliases written out.</param>
internal abstract record PolicyNode(int Line, int Column, int Size)
{
    /// <summary>How problems name it.</summary>
    public abstract string Kind { get; }

    /// <summary>Written as nothing, ~ or null.</summary>
    public virtual bool IsNull => false;
}

/// <summary>A text, number, date or nothing.</summary>
/// <param name="IsPlain">Without quotes and not a block.</param>
internal sealed record ScalarNode(int Line, int Column, string Text, bool IsPlain) : PolicyNode(Line, Column, 1)
{
    public override string Kind => IsNull ? "nothing" : "a text";

    public override bool IsNull => IsPlain && Text is ("" or "~" or "null" or "Null" or "NULL");
}

internal sealed record ListNode(int Line, int Column, int Size, IReadOnlyList<PolicyNode> Items) : PolicyNode(Line, Column, Size)
{
    public override string Kind => "a list";
}

internal sealed record MapNode(int Line, int Column, int Size, IReadOnlyList<MapEntry> Entries) : PolicyNode(Line, Column, Size)
{
    public override string Kind => "a map of keys";
}

internal sealed record MapEntry(ScalarNode Key, PolicyNode Value);
