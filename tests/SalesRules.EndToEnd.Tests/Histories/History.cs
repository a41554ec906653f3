namespace SalesRules.EndToEnd.Tests.Histories;

/// <summary>A small org, what happens in it, and how the service is asked to catch up afterwards.</summary>
/// <param name="Deals">How many deals there are at first.</param>
/// <param name="RowsPerQuery">Few, so that reads go on after equal stamps.</param>
/// <param name="Rest">How much time passes between the last runs.</param>
internal sealed record History(int Deals, int RowsPerQuery, int Rest, IReadOnlyList<Step> Steps)
{
    public override string ToString() =>
        $"{Deals} deals, {RowsPerQuery} rows per query, {Passing.Of(Rest):g} between the last runs:{string.Concat(Steps.Select(step => $"{Environment.NewLine}  {step}"))}";
}
