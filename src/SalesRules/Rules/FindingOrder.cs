using SalesRules.Decisions;

namespace SalesRules.Rules;

/// <summary>
/// What the rules found of one deal, in the order in which it is told: highest severity first, within one severity in the rule book's
/// order, whenever the rule was asked. Numbers are put in order, and the findings moved once: most deals have a dozen.
/// </summary>
/// <param name="keys">Room for as many as there are rules to ask.</param>
internal ref struct FindingOrder(Span<long> keys)
{
    // Most deals have fewer findings than this.
    private const int Usual = 16;
    private const int IndexBits = 28;
    private const int PlaceBits = 28;
    private const long Mask = (1L << IndexBits) - 1;

    // Severity, place and index of each finding, in the order of the telling.
    private readonly Span<long> keys = keys;

    // In the order of the asking.
    private Finding[]? found;

    public int Count { get; private set; }

    public readonly Finding this[int index] => found![(int)(keys[index] & Mask)];

    public void Add(Finding finding, int place)
    {
        if (found is null)
            found = new Finding[Usual];
        else if (found.Length == Count)
            Array.Resize(ref found, 2 * Count);
        found[Count] = finding;
        var key = ((long)(Severity.High - finding.Severity) << (PlaceBits + IndexBits)) | ((long)place << IndexBits) | (long)Count;
        var at = Count++;
        for (; at > 0 && keys[at - 1] > key; at--)
            keys[at] = keys[at - 1];
        keys[at] = key;
    }

    /// <summary>The place in the rule book of the rule that found it.</summary>
    public readonly int PlaceOf(int index) => (int)((keys[index] >> IndexBits) & Mask);

    public readonly Finding[] ToArray()
    {
        if (Count == 0)
            return [];
        var told = new Finding[Count];
        for (var index = 0; index < told.Length; index++)
            told[index] = this[index];
        return told;
    }
}
