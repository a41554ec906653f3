using System.Globalization;
using SalesRules.Host.Digests.Documents;

namespace SalesRules.Host.Digests.Forms;

/// <summary>
/// Charts as inline SVG, each with its text. Only shapes are drawn and they stretch with the page; every word and number stands beside them as
/// text, so that nothing is lost to a screen reader, a small screen or a black-and-white print.
/// </summary>
internal static class HtmlCharts
{
    private const decimal Width = 1000;

    /// <summary>A bar up to the coverage, with a mark at the goal.</summary>
    public static string Coverage(CoverageBar bar)
    {
        var most = Math.Max(bar.Coverage, bar.Goal) * 1.1m;
        var (width, goal) = (bar.Coverage / most * Width, bar.Goal / most * Width);
        return string.Create(CultureInfo.InvariantCulture,
            $"""
            <figure class="coverage">
            <svg role="img" aria-label="{HtmlText.Of(bar.Text)}" viewBox="0 0 1000 24" preserveAspectRatio="none"><rect class="track" width="1000" height="24"/><rect class="{(bar.Coverage < bar.Goal ? "loss" : "gain")}" y="4" width="{width:0.#}" height="16"/><rect class="goal" x="{goal - 3:0.#}" width="6" height="24"/></svg>
            <figcaption>{HtmlText.Of(bar.Text)}</figcaption>
            </figure>

            """);
    }

    /// <summary>The bars of one row on the scale of its table.</summary>
    public static string Bars(IReadOnlyList<ChartBar> bars, decimal most)
    {
        if (bars.Count == 0 || most <= 0)
            return "";
        var shapes = bars.Select(bar => string.Create(CultureInfo.InvariantCulture,
            $"<rect class=\"{bar.Tone.ToString().ToLowerInvariant()}\" x=\"{bar.From / most * Width:0.#}\" y=\"2\" width=\"{Math.Max(bar.To > bar.From ? 3 : 0, (bar.To - bar.From) / most * Width):0.#}\" height=\"16\"/>"));
        return $"<svg aria-hidden=\"true\" viewBox=\"0 0 1000 20\" preserveAspectRatio=\"none\">{string.Concat(shapes)}</svg>";
    }

    /// <summary>The totals of a deal over time, on a scale from 0 to 10; each is at its day.</summary>
    public static string Sparkline(ScoreTrend trend, string text)
    {
        const decimal wide = 120, high = 28, edge = 3;
        var (first, last) = (trend.Points[0].On.DayNumber, trend.Points[^1].On.DayNumber);
        var points = trend.Points.Select((point, index) => (
            X: edge + ((wide - (2 * edge)) * (last == first ? (decimal)index / (trend.Points.Count - 1) : (decimal)(point.On.DayNumber - first) / (last - first))),
            Y: high - edge - ((high - (2 * edge)) * point.Total / 10))).ToList();
        var line = string.Join(' ', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.#},{point.Y:0.#}")));
        return string.Create(CultureInfo.InvariantCulture,
            $"<svg class=\"spark\" role=\"img\" aria-label=\"{HtmlText.Of(text)}\" viewBox=\"0 0 120 28\" width=\"120\" height=\"28\"><polyline points=\"{line}\"/><circle cx=\"{points[^1].X:0.#}\" cy=\"{points[^1].Y:0.#}\" r=\"3\"/></svg>");
    }
}
