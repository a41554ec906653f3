using System.Globalization;
using SalesRules.Alerts;
using SalesRules.Policies;

namespace SalesRules.Journal.Alerts;

/// <summary>The open pipeline of a day against that of a week before.</summary>
internal sealed record PipelineChange(DateOnly Day, decimal Amount, DateOnly Before, decimal AmountBefore)
{
    private decimal Difference => Math.Abs(Amount - AmountBefore);

    public bool IsBeyond(PipelineChangeLimits limits) =>
        Difference > 0
        && ((limits.Percent is { } percent && 100 * Difference >= percent * AmountBefore) || (limits.Amount is { } amount && Difference >= amount));

    /// <summary>One for each calendar week.</summary>
    public Alert ToAlert()
    {
        var noon = Day.ToDateTime(new TimeOnly(12, 0));
        return new Alert
        {
            Key = string.Create(CultureInfo.InvariantCulture, $"{AlertKind.PipelineChanged.Name()}/{ISOWeek.GetYear(noon)}-W{ISOWeek.GetWeekOfYear(noon):00}"),
            Kind = AlertKind.PipelineChanged,
            On = Day,
            Reasons = [Sentence()],
        };
    }

    private string Sentence() => string.Create(
        CultureInfo.InvariantCulture,
        $"The open pipeline is {Amount:#,##0.##}; on {Before:yyyy-MM-dd} it was {AmountBefore:#,##0.##}: {Difference:#,##0.##}{Share()} {(Amount > AmountBefore ? "more" : "less")}.");

    private string Share() => AmountBefore == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({100 * Difference / AmountBefore:0.#} %)");
}
