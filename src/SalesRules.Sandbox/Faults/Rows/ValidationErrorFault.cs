using SalesRules.Sandbox.Faults.Scripts;
using SalesRules.Sandbox.Saving;

namespace SalesRules.Sandbox.Faults.Rows;

/// <summary>A validation rule of the org refuses the row: FIELD_CUSTOM_VALIDATION_EXCEPTION, with the administrator's text.</summary>
public sealed record ValidationErrorFault : RefusedRowFault
{
    /// <summary>What the administrator wrote. Default: a sentence of the kind.</summary>
    public string Message { get; init; } = "This deal is under review and cannot be changed.";

    /// <summary>The field that the rule shows its text at; null for the top of the page.</summary>
    public string? Field { get; init; }

    internal override SaveError ErrorOf(RowSave row) => new("FIELD_CUSTOM_VALIDATION_EXCEPTION", Message, Field is null ? [] : [Field]);

    internal override void Check(FaultProblems problems)
    {
        base.Check(problems);
        problems.Require(nameof(Message), Message);
    }
}
