using SalesRules.Journal.Runs;
using SalesRules.Salesforce.Reading.Soql;
using SalesRules.Snapshots;

namespace SalesRules.Host.Runs;

/// <summary>What one run is asked to look at.</summary>
internal sealed record RunRequest
{
    /// <summary>The business date.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>How the journal names the run.</summary>
    public required RunKind Kind { get; init; }

    /// <summary>Whether every open deal is read, whatever has changed, to find what earlier runs could not see.</summary>
    public bool Reconcile { get; init; }

    /// <summary>Told after each page and each batch, for a progress bar; null: nobody watches.</summary>
    public Action<RunTally>? Watch { get; init; }

    /// <summary>An administrator's condition on opportunities; null: all that the run's window holds.</summary>
    public SoqlCondition? Where { get; init; }

    /// <summary>Who lets this run go beyond the change budget, and why; null: nobody.</summary>
    public BudgetApproval? Approval { get; init; }

    /// <summary>Only these opportunities; null: all that the run's window holds.</summary>
    public IReadOnlyList<SalesforceId>? Ids { get; init; }
}
