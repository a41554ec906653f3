namespace SalesRules.Schemas;

/// <summary>How a part of the schema was lost.</summary>
public enum DriftKind
{
    /// <summary>The field is gone or hidden from our user.</summary>
    Unreadable,

    /// <summary>Our user may not change the field.</summary>
    ReadOnly,

    /// <summary>The picklist no longer offers a value.</summary>
    RetiredValue,

    /// <summary>Tasks cannot be written.</summary>
    Tasks,

    /// <summary>What stands around deals, such as their contacts, cannot be read.</summary>
    Surrounding,

    /// <summary>The rows of the score history cannot be written.</summary>
    ScoreRows,

    /// <summary>Leads cannot be read, or not be assigned.</summary>
    Leads,
}

/// <summary>One part of the schema that is lost, and what that stops.</summary>
/// <param name="Field">The org's API name of the field, or of the object where it is all of it.</param>
/// <param name="Value">The retired value; null for the other kinds.</param>
/// <param name="Rules">The rules that do not run, or whose corrections or tasks are not made.</param>
/// <param name="Loss">What is lost and what that stops, in a sentence.</param>
/// <param name="Fix">What to do, in a sentence.</param>
/// <param name="IsWarning">Whether nothing is stopped by it: somebody should look at it, but a run is complete without it.</param>
public sealed record DriftNote(DriftKind Kind, string Field, string? Value, IReadOnlyList<string> Rules, string Loss, string Fix, bool IsWarning)
{
    public override string ToString() => $"{Loss} {Fix}";
}
