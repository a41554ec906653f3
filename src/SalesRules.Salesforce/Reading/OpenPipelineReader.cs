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
        var byCategory = page.Records
            .Where(row => CategoryOf(row) is not null)
            .ToDictionary(row => CategoryOf(row)!.Value, row => new OpenMoney(Deals(row), row.Number("amount") ?? 0));
        return new OpenPipeline(byCategory, page.Records.Sum(Deals));
    }

    private static ForecastCategory? CategoryOf(JsonElement row) => ForecastCategories.Parse(row.Text(Category));

    private static long Deals(JsonElement row) => (long)(row.Number("deals") ?? 0);
}
