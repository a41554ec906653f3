namespace SalesRules.EndToEnd.Tests.Crashes;

/// <summary>What went otherwise than it should around a crash: told with the point of the crash.</summary>
internal sealed class CrashException(string message) : Exception(message);
