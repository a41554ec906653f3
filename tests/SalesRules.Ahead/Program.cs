using System.Globalization;
using SalesRules.Ahead;
using SalesRules.Host.Commands;

// The product as it is, started on another day: for tests in which processes live through a quarter within minutes.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

return await CommandLine.RunAsync(args, AheadClock.FromEnvironment());
