using SalesRules.Journal.Writes;
using SalesRules.Plans;
using SalesRules.Rules.Leads;

namespace SalesRules.Host.Runs.Leads;

/// <summary>What one look at the leads found, and what became of those that were to change hands.</summary>
internal sealed class LeadTally
{
    private const int KeptFindings = 100;

    private readonly SortedDictionary<string, int> flagged = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> notRun = new(StringComparer.Ordinal);
    private readonly List<string> findings = [];

    public int Read { get; private set; }

    /// <summary>Leads by the rule that found something.</summary>
    public IReadOnlyDictionary<string, int> Flagged => flagged;

    public IReadOnlyDictionary<string, int> NotRun => notRun;

    /// <summary>The first findings above info, a line each.</summary>
    public IReadOnlyList<string> Findings => findings;

    /// <summary>What is to change hands.</summary>
    public IReadOnlyList<LeadAssignment> Assignments { get; set; } = [];

    public int Assigned { get; private set; }

    public int Refused { get; private set; }

    /// <summary>Leads that somebody took or changed first: theirs.</summary>
    public int Moved { get; private set; }

    public int Unclear { get; private set; }

    /// <summary>Leads that were held back for the sake of the org's API reserve, or because everything was paused.</summary>
    public int Deferred { get; set; }

    /// <summary>Whether everything that was planned is done, or was left to people.</summary>
    public bool IsComplete => Refused + Unclear + Deferred == 0;

    public void Add(LeadDecision decision)
    {
        Read++;
        foreach (var finding in decision.Findings)
        {
            flagged[finding.Rule] = flagged.GetValueOrDefault(finding.Rule) + 1;
            if (finding.Severity > Decisions.Severity.Info && findings.Count < KeptFindings)
                findings.Add($"{decision.Lead.Id}: {finding.Rule}: {finding.Message}");
        }

        foreach (var rule in decision.NotRun)
            notRun[rule] = notRun.GetValueOrDefault(rule) + 1;
    }

    public void Add(WriteReceipt receipt, RunNotes notes)
    {
        switch (receipt.Outcome)
        {
            case WriteState.Confirmed:
                Assigned++;
                break;
            case WriteState.Refused:
                Refused++;
                notes.Add($"lead {receipt.Id}: refused: {receipt.Sentence}");
                break;
            case WriteState.Moved:
                Moved++;
                break;
            default:
                Unclear++;
                notes.Add($"lead {receipt.Id}: outcome unknown: {receipt.Sentence} The next run reads it back");
                break;
        }
    }
}
