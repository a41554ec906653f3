namespace SalesRules.Sandbox.Loading.Values;

/// <summary>A row from which no record can be made; the message says why.</summary>
internal sealed class BrokenRowException(string sentence) : Exception(sentence);
