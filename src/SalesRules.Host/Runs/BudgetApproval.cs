namespace SalesRules.Host.Runs;

/// <summary>A person's word that a run may go beyond the change budget. It is kept in the journal with the run.</summary>
/// <param name="By">Who answers for it.</param>
internal sealed record BudgetApproval(string By, string Reason);
