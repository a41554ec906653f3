using SalesRules.Sandbox.Faults.Scripts;
using SalesRules.Sandbox.Saving;

namespace SalesRules.Sandbox.Faults.Rows;

/// <summary>An administrator has made a field required, and the row lacks it: REQUIRED_FIELD_MISSING.</summary>
public sealed record RequiredFieldFault : RefusedRowFault
{
    /// <summary>The API name of the field; required.</summary>
    public string Field { get; init; } = "";

    internal override SaveError ErrorOf(RowSave row) => new("REQUIRED_FIELD_MISSING", $"Required fields are missing: [{Field}]", [Field]);

    internal override void Check(FaultProblems problems)
    {
        base.Check(problems);
        problems.Require(nameof(Field), Field);
    }
}
