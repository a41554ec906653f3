namespace SalesRules.Digests;

/// <summary>A digest as it was put together, for those who print it: each kind has a record of its own.</summary>
public abstract record Digest(DigestScope Scope)
{
    public abstract DigestKind Kind { get; }
}

/// <summary>Puts a digest together, deal by deal and in any order; a deal may be added once.</summary>
public abstract class DigestBuilder
{
    private protected DigestBuilder()
    {
    }

    public abstract void Add(DigestDeal deal);

    /// <param name="actions">Last week's open actions, for the digests that name them.</param>
    public abstract Digest Build(OpenActions actions);

    /// <summary>The builder of a digest that rests on decided deals alone; the pipeline's adds figures up as well.</summary>
    public static DigestBuilder Of(DigestKind kind, DigestScope scope) => kind switch
    {
        DigestKind.Deals => new DealReviewPack.Builder(scope),
        DigestKind.Reviews => new ManagerReviews.Builder(scope),
        DigestKind.Renewals => new RenewalPreRead.Builder(scope),
        DigestKind.Pov => new PovQueueDigest.Builder(scope),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "The pipeline pre-read has a builder of its own."),
    };
}
