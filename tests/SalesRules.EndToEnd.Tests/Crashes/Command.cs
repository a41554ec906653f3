using SalesRules.Host.Runs;

namespace SalesRules.EndToEnd.Tests.Crashes;

/// <summary>A command of the service, as a process of its own or within this one.</summary>
/// <param name="Arguments">For the process.</param>
/// <param name="WithinAsync">The same within this process.</param>
internal sealed record Command(string[] Arguments, Func<Task<RunTally>> WithinAsync);
