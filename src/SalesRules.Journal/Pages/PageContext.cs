using SalesRules.Policies;

namespace SalesRules.Journal.Pages;

/// <summary>What all decisions of a page have in common; times as the journal stores them.</summary>
/// <param name="DecidedAt">The run's instant, which the decisions were made for.</param>
/// <param name="IsBaseline">The first look at the org is not complete yet: nobody is told deal by deal.</param>
/// <param name="Now">The journal's own time: alerts stand in the order in which they were raised.</param>
internal sealed record PageContext(string OrgId, string RunId, Policy Policy, string DecidedAt, bool IsBaseline, string Now);
