using SalesRules.Alerts;

namespace SalesRules.Journal.Alerts;

/// <summary>How many open deals of an org stand how, as people were told of them or would have been.</summary>
public sealed record RiskCounts
{
    /// <summary>Reads what <see cref="DealAlertStateJson"/> writes: the risk comes first, and a closed deal has none.</summary>
    internal const string Query =
        """
        select count(*) as open_deals,
            coalesce(sum(case when told like '{"risk":"high"%' then 1 else 0 end), 0) as high,
            coalesce(sum(case when told like '{"risk":"medium"%' then 1 else 0 end), 0) as medium
        from deals where org_id = @orgId and deleted_at is null and told is not null and told not like '{"closed":true%'
        """;

    /// <summary>Those that were decided since there are alerts.</summary>
    public long OpenDeals { get; init; }

    public long High { get; init; }

    public long Medium { get; init; }

    /// <summary>"12 of 310 open deals are at high risk."; the heaviest first.</summary>
    public IReadOnlyList<string> Sentences() =>
    [
        High + Medium == 0 ? FormattableString.Invariant($"None of {OpenDeals:N0} open deals is at risk.")
            : FormattableString.Invariant($"{High:N0} of {OpenDeals:N0} open deals {(High == 1 ? "is" : "are")} at high risk."),
        .. Medium == 0 ? Array.Empty<string>() : [FormattableString.Invariant($"{Medium:N0} {(Medium == 1 ? "is" : "are")} at medium risk.")],
    ];
}
