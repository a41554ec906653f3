namespace SalesRules.EndToEnd.Tests.Histories;

/// <summary>One step of a history. Numbers choose, so that a smaller number is a smaller history.</summary>
/// <param name="Which">The deal, or at which call or row a fault strikes.</param>
/// <param name="Choice">The edit, the fault, or how much time passes.</param>
internal sealed record Step(StepKind Kind, int Which, int Choice)
{
    public override string ToString() => Kind switch
    {
        StepKind.Edit => $"deal {Which}: {Edits.NameOf(Choice)}",
        StepKind.Create => $"create ({Edits.NameOf(Choice)})",
        StepKind.Delete => $"delete deal {Which}",
        StepKind.Pass => $"{Passing.Of(Choice):g} pass",
        StepKind.Fault => $"fault {OrgFaults.NameOf(Choice)} at {Which + 1}",
        StepKind.CutOffRun => $"run, stopped at call {Which + 1}",
        _ => Kind.ToString().ToLowerInvariant(),
    };
}
