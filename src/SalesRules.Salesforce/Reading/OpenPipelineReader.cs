using System.Text.Json;
using SalesRules.Plans;
using SalesRules.Snapshots;

namespace SalesRules.Salesforce.Reading;

/// <summary>Asks the org how many deals and how much money are open in each forecast category: one call, however large the org.</summary>
public sealed class OpenPipelineReader
{
    private const string Category = "ForecastCategoryName";

    private static readonly string Grouped =
        $"SELECT {Category}, COUNT(Id) deals, SUM(Amount) amount FROM Opportunity WHERE {OpportunityScope.Open} GROUP BY {Category}";

    private readonly QueryReader queries;

    internal OpenPipelineReader(QueryReader queries) => this.queries = queries;

    /// <exception cref="Connection.Errors.SalesforceException">The read failed.</exception>
    public async Task<OpenPipeline> ReadAsync(CancellationToken cancellationToken)
    {
        var page = await queries.AggregateAsync(Grouped, "Open pipeline by category", cancellationToken);
        var groups = page.Records.Select(record => record.As("Opportunity", Group)).ToList();
        var byCategory = groups.Where(group => group.Category is not null).ToLookup(group => group.Category!.Value, group => group.Open);
        return new OpenPipeline(
            byCategory.ToDictionary(group => group.Key, group => new OpenMoney(group.Sum(open => open.Deals), group.Sum(open => open.Amount))),
            groups.Sum(group => group.Open.Deals));
    }

    private static (ForecastCategory? Category, OpenMoney Open) Group(JsonElement row) =>
        (ForecastCategories.Parse(row.Text(Category)), new OpenMoney((long)(row.Number("deals") ?? 0), row.Number("amount") ?? 0));
}
