using SalesRules.Journal.Runs;
using SalesRules.Snapshots;

namespace SalesRules.Journal.Tasks;

/// <summary>A task whose creation has no receipt: to be read back by its key.</summary>
public sealed record UnclearTask(RunId Run, string Key, SalesforceId OpportunityId);
