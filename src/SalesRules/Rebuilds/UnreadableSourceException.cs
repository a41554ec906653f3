namespace SalesRules.Rebuilds;

/// <summary>What was kept of a decision cannot be read. The message says what is wrong with it.</summary>
public sealed class UnreadableSourceException(string message, Exception? inner) : Exception(message, inner);
