using System.Text.Json;
using SalesRules.Sandbox.Schema;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Faults.Scripts;

/// <summary>Gathers what is wrong with a script, for one org, so that all of it is reported at once.</summary>
internal sealed class FaultProblems
{
    private readonly string place;
    private readonly List<FaultProblem> found;

    public FaultProblems(Org org) : this(org, "", [])
    {
    }

    private FaultProblems(Org org, string place, List<FaultProblem> found)
    {
        Org = org;
        this.place = place;
        this.found = found;
    }

    public Org Org { get; }

    public IReadOnlyList<FaultProblem> Found => found;

    /// <summary>The same list, for the member of this name; scripts spell it in camel case.</summary>
    public FaultProblems Of(string member) => new(Org, PlaceOf(member), found);

    public void Add(string member, string message) => found.Add(new FaultProblem(PlaceOf(member), message));

    public void Require(string member, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            Add(member, "is required");
    }

    public void CheckObject(string member, string? name)
    {
        if (!string.IsNullOrEmpty(name) && Org.Schema.Find(name) is null)
            Add(member, $"the org has no object {name}");
    }

    public void CheckIds(string member, IEnumerable<string> ids)
    {
        foreach (var id in ids.Where(id => !RecordId.TryParse(id, out _)))
            Add(member, $"'{id}' is no record id: 15 or 18 letters and digits");
    }

    public void CheckFields(string member, string? objectName, IEnumerable<string> fields) =>
        CheckEach(member, objectName, fields, field => field is null ? "does not exist" : null);

    public void CheckWritable(string member, string? objectName, IEnumerable<string> fields) =>
        CheckEach(member, objectName, fields, field => field switch
        {
            null => "does not exist",
            { Updateable: false } => "cannot be written",
            _ => null,
        });

    public void ThrowIfAny()
    {
        if (found.Count > 0)
            throw new FaultScriptException(found);
    }

    private void CheckEach(string member, string? objectName, IEnumerable<string> fields, Func<SObjectField?, string?> complaint)
    {
        if (objectName is null || Org.Schema.Find(objectName) is not { } type)
            return;
        foreach (var name in fields)
            if (complaint(type.FindStored(name)) is { } problem)
                Add(member, $"{type.Name}.{name} {problem}");
    }

    private string PlaceOf(string member)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(member);
        return place.Length == 0 || name.Length == 0 ? place + name : $"{place}.{name}";
    }
}
