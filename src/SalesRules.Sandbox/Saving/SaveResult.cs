namespace SalesRules.Sandbox.Saving;

/// <summary>What became of one record: its id, or why not. <paramref name="Created"/> tells insert from update after an upsert.</summary>
public sealed record SaveResult(string? Id, IReadOnlyList<SaveError> Errors, bool Created = false)
{
    public bool Success => Errors.Count == 0;

    public static SaveResult Saved(string id, bool created) => new(id, [], created);

    public static SaveResult Failed(string? id, params IReadOnlyList<SaveError> errors) => new(id, errors);
}
