using SalesRules.Sandbox.Faults.Scripts;
using SalesRules.Sandbox.Saving;

namespace SalesRules.Sandbox.Faults.Rows;

/// <summary>A row is refused with any code: an approval's lock, a trigger's exception, a duplicate rule.</summary>
public sealed record RowErrorFault : RefusedRowFault
{
    /// <summary>Salesforce's status code, such as <c>ENTITY_IS_LOCKED</c>; required.</summary>
    public string Code { get; init; } = "";

    /// <summary>The text; required.</summary>
    public string Message { get; init; } = "";

    /// <summary>The fields the error names.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    internal override SaveError ErrorOf(RowSave row) => new(Code, Message, Fields);

    internal override void Check(FaultProblems problems)
    {
        base.Check(problems);
        problems.Require(nameof(Code), Code);
        problems.Require(nameof(Message), Message);
    }
}
