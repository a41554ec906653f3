namespace SalesRules.Rules;

/// <summary>When the fields of a deal last changed, as far as the journal has seen it.</summary>
/// <param name="since">Since when the deal is watched: a field that is not among the changes has stood since then, or longer.</param>
/// <param name="changes">The last change of each field that was seen to change, by the catalogue's name.</param>
public sealed class FieldHistory(DateTimeOffset since, IReadOnlyDictionary<string, DateTimeOffset> changes)
{
    public DateTimeOffset Since => since;

    /// <summary>The last change of each field that was seen to change, by the catalogue's name.</summary>
    public IReadOnlyDictionary<string, DateTimeOffset> Changes => changes;

    /// <summary>The last change of the field; null: it was never seen to change.</summary>
    public DateTimeOffset? LastChange(string catalogueName) => changes.TryGetValue(catalogueName, out var at) ? at : null;

    /// <summary>An instant from which on the field is known not to have changed.</summary>
    public DateTimeOffset UnchangedSince(string catalogueName) => LastChange(catalogueName) ?? since;
}
