using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Schemas;

/// <summary>
/// What an org lacks of what a policy counts on, as its describe tells before a run decides anything (design 3.4, promise 7). A field
/// that is gone is unreadable, which is neither empty nor zero.
/// </summary>
public sealed class SchemaDrift
{
    private readonly HashSet<OpportunityField> unreadable;
    private readonly HashSet<OpportunityField> readOnly;
    private readonly HashSet<RetiredValue> retired;

    /// <param name="unreadable">Fields that are gone or hidden from our user.</param>
    /// <param name="readOnly">Fields that the service writes, and that our user may see but not change.</param>
    /// <param name="tasks">Why our user cannot write tasks, as the beginning of a sentence; null: it can.</param>
    public SchemaDrift(
        IEnumerable<OpportunityField> unreadable, IEnumerable<OpportunityField> readOnly, IEnumerable<RetiredValue> retired, string? tasks)
    {
        Unreadable = [.. unreadable.Distinct().OrderBy(field => field.Place)];
        ReadOnly = [.. readOnly.Distinct().OrderBy(field => field.Place)];
        Retired = [.. retired.Distinct().OrderBy(value => value.Field.Place).ThenBy(value => value.Value, StringComparer.Ordinal)];
        Tasks = tasks;
        this.unreadable = [.. Unreadable];
        this.readOnly = [.. ReadOnly];
        this.retired = [.. Retired];
    }

    private SchemaDrift(SchemaDrift other, IReadOnlyList<Surrounding> surroundings)
        : this(other.Unreadable, other.ReadOnly, other.Retired, other.Tasks) => Surroundings = surroundings;

    /// <summary>Everything is there.</summary>
    public static SchemaDrift None { get; } = new([], [], [], null);

    /// <summary>In catalogue order, as are the others.</summary>
    public IReadOnlyList<OpportunityField> Unreadable { get; }

    public IReadOnlyList<OpportunityField> ReadOnly { get; }

    public IReadOnlyList<RetiredValue> Retired { get; }

    /// <summary>Why tasks cannot be written; null: they can.</summary>
    public string? Tasks { get; }

    /// <summary>What stands around deals and cannot be read.</summary>
    public IReadOnlyList<Surrounding> Surroundings { get; } = [];

    /// <summary>What is gone of that without which nothing can be decided.</summary>
    public IReadOnlyList<OpportunityField> LostEssentials => [.. Unreadable.Where(lost => FieldMap.Essential.Contains(lost.ApiName))];

    public bool IsNone => Unreadable.Count + ReadOnly.Count + Retired.Count + Surroundings.Count == 0 && Tasks is null;

    /// <summary>This drift, and that something around the deals cannot be read either.</summary>
    public SchemaDrift And(Surrounding lost) => new(this, [.. Surroundings.Append(lost).Distinct().Order()]);

    /// <summary>
    /// A name for each part of it that stays the same from run to run: what is missing in the next run has healed. What stands around deals
    /// is none of it: whether it is back shows only when it is read.
    /// </summary>
    public IReadOnlyList<string> Parts() =>
    [
        .. Unreadable.Select(field => $"unreadable {field.ApiName}"),
        .. ReadOnly.Select(field => $"read-only {field.ApiName}"),
        .. Retired.Select(value => $"retired {value.Field.ApiName} {value.Value}"),
        .. Tasks is null ? Array.Empty<string>() : ["tasks"],
    ];

    public bool CanRead(OpportunityField field) => !unreadable.Contains(field);

    /// <summary>Whether all of these fields of the catalogue can be read.</summary>
    public bool CanRead(IEnumerable<string> catalogueNames) =>
        unreadable.Count == 0 || catalogueNames.All(name => CanRead(OpportunityFields.Get(name)));

    public bool CanWrite(OpportunityField field) => CanRead(field) && !readOnly.Contains(field);

    /// <summary>Whether the org lets us write that value to that field.</summary>
    public bool Accepts(OpportunityField field, FieldValue value) =>
        CanWrite(field) && (retired.Count == 0 || value.AsText is not { } text || !retired.Contains(new RetiredValue(field, text)));
}
