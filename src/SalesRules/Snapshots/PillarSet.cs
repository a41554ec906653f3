using System.Collections;
using System.Collections.Immutable;

namespace SalesRules.Snapshots;

/// <summary>Some of the five pillars, in their order. There are 32 such sets, made once: putting one together costs nothing.</summary>
public sealed class PillarSet : IReadOnlyList<Pillar>
{
    private static readonly ImmutableArray<PillarSet> Sets = [.. Enumerable.Range(0, 1 << Pillars.All.Length).Select(index => new PillarSet(index))];

    private readonly ImmutableArray<Pillar> members;

    private PillarSet(int index)
    {
        Index = index;
        members = [.. Pillars.All.Where(pillar => (index & Bit(pillar)) != 0)];
    }

    /// <summary>The pillars of which something is so.</summary>
    public static PillarSet Where(Func<Pillar, bool> isSo)
    {
        var set = Empty;
        foreach (var pillar in Pillars.All)
        {
            if (isSo(pillar))
                set = set.With(pillar);
        }

        return set;
    }

    public static PillarSet Empty => Sets[0];

    /// <summary>All 32, each at the place that its <see cref="Index"/> names.</summary>
    public static IReadOnlyList<PillarSet> All => Sets;

    /// <summary>A number from 0 to 31 of its own, for tables.</summary>
    public int Index { get; }

    public int Count => members.Length;

    public Pillar this[int index] => members[index];

    /// <summary>This set and that pillar.</summary>
    public PillarSet With(Pillar pillar) => Sets[Index | Bit(pillar)];

    /// <summary>The pillars that are in both.</summary>
    public PillarSet In(PillarSet other) => Sets[Index & other.Index];

    public ImmutableArray<Pillar>.Enumerator GetEnumerator() => members.GetEnumerator();

    IEnumerator<Pillar> IEnumerable<Pillar>.GetEnumerator() => ((IEnumerable<Pillar>)members).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)members).GetEnumerator();

    private static int Bit(Pillar pillar) => 1 << (int)pillar;
}
