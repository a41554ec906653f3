using SalesRules.Host.Runs;

namespace SalesRules.Host.Syncs;

/// <summary>One sync of this process.</summary>
/// <param name="Cause">The schedule's name, or "start".</param>
/// <param name="Sentence">For a person; holds no customer values.</param>
/// <param name="Summary">The run's figures; null where none came to its end or nothing was to be written.</param>
internal sealed record SyncOutcome(string Cause, SyncStatus Status, DateTimeOffset StartedAt, DateTimeOffset EndedAt, string Sentence, RunTally? Summary = null)
{
    /// <summary>False: it did not get as far as looking at a record, because it was not let or could not sign in.</summary>
    public bool Began { get; init; }
}
