using System.Collections.Immutable;

namespace SalesRules.Salesforce.Connection.Usage;

/// <summary>Counts every try that went to the wire, also those without an answer: Salesforce may have counted them as well.</summary>
public sealed class CallCounter
{
    private readonly long[] counts = new long[Enum.GetValues<CallKind>().Length];

    /// <summary>The counts since the process began.</summary>
    public CallCounts Current => new(Enum.GetValues<CallKind>()
        .Select(kind => KeyValuePair.Create(kind, Interlocked.Read(ref counts[(int)kind])))
        .Where(pair => pair.Value > 0)
        .ToImmutableSortedDictionary());

    internal void Add(CallKind kind) => Interlocked.Increment(ref counts[(int)kind]);
}
