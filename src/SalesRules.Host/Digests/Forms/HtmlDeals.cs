using System.Globalization;
using SalesRules.Host.Digests.Documents;
using SalesRules.Rules;
using SalesRules.Snapshots;

namespace SalesRules.Host.Digests.Forms;

/// <summary>Deals of a page: a table, and under each deal that is looked at closely what is to be said of it.</summary>
internal static class HtmlDeals
{
    public static string Of(DocumentDeals deals, string labelledBy, DigestVoice voice)
    {
        var facts = deals.IsFull ? [] : deals.Lines.SelectMany(deal => deal.Facts).Select(fact => (fact.Key, fact.Label)).Distinct().ToList();
        string[] columns =
        [
            voice.Word("deal"), voice.Word("owner"), voice.Word("amount"), voice.Word("forecast"), .. deals.IsFull ? [voice.Word("stage")] : Array.Empty<string>(), voice.Word("closes"),
            .. deals.IsFull ? [voice.Word("miql")] : facts.Select(fact => fact.Label),
        ];
        var head = string.Concat(columns.Select((column, place) => $"<th scope=\"col\"{(place == 2 ? " class=\"number\"" : "")}>{HtmlText.Of(column)}</th>"));
        var rows = deals.Lines.Select(deal => deals.IsFull ? Full(deal, columns, voice) : $"<tbody>{Row(deal, columns, false, facts.Select(fact => HtmlText.Of(deal.Facts.FirstOrDefault(own => own.Key == fact.Key)?.Value ?? "")), voice)}</tbody>\n");
        return $"<table class=\"stack deals{(deals.IsFull ? " full" : "")}\" aria-labelledby=\"{labelledBy}\">\n<thead><tr>{head}</tr></thead>\n{string.Concat(rows)}</table>\n{HtmlTable.More(deals.More)}";
    }

    private static string Full(DealLine deal, string[] columns, DigestVoice voice)
    {
        var said = DealWords.Below(deal, isFull: true, voice).Where(line => line.Label != voice.Word("trend")).GroupBy(line => line.Label)
            .Select(line => $"<div><dt>{HtmlText.Of(line.Key)}</dt>{string.Concat(line.Select(text => $"<dd>{HtmlText.Of(text.Text)}</dd>"))}</div>");
        var trend = deal.Trend is { } history
            ? $"<div><dt>{HtmlText.Of(voice.Word("trend"))}</dt><dd>{HtmlCharts.Sparkline(history, voice.Word("history-chart", ("points", DealWords.Trend(history))))} <span class=\"small\">{HtmlText.Of(string.Join(" > ", history.Points.Select(point => point.Total.ToString("0", CultureInfo.InvariantCulture))))}</span></dd></div>"
            : "";
        return $"<tbody class=\"risk-{deal.Risk.ToString().ToLowerInvariant()}\">{Row(deal, columns, true, [Chips(deal, voice)], voice)}\n<tr class=\"below\"><td colspan=\"{columns.Length.ToString(CultureInfo.InvariantCulture)}\"><dl>{string.Concat(said)}{trend}</dl></td></tr></tbody>\n";
    }

    private static string Row(DealLine deal, string[] columns, bool isFull, IEnumerable<string> further, DigestVoice voice)
    {
        string[] cells =
        [
            HtmlText.Of(deal.Owner ?? voice.Word("no-name")), HtmlText.Of(voice.Of(deal.Amount)), HtmlText.Of(deal.Forecast ?? voice.Word("unknown")),
            .. isFull ? [HtmlText.Of(deal.Stage ?? voice.Word("unknown"))] : Array.Empty<string>(), HtmlText.Of(voice.Of(deal.Closes)), .. further,
        ];
        var classes = cells.Select((_, place) => place switch
        {
            1 => " class=\"number\"",
            2 => " class=\"short\"",
            _ when place == (isFull ? 4 : 3) || (isFull && place == 5) => " class=\"short\"",
            _ => "",
        });
        var row = cells.Zip(classes).Select((cell, place) => $"<td data-label=\"{HtmlText.Of(columns[place + 1])}\"{cell.Second}>{cell.First}</td>");
        return $"<tr><th scope=\"row\"><a href=\"{HtmlText.Of(deal.Link.AbsoluteUri)}\">{HtmlText.Of(deal.Name)}</a></th>{string.Concat(row)}</tr>";
    }

    /// <summary>The five pillars, the lowest marked: by a border and in words, not by colour alone.</summary>
    private static string Chips(DealLine deal, DigestVoice voice)
    {
        var lowest = deal.Scores.Lowest;
        var chips = Pillars.All.Select(pillar =>
        {
            var points = deal.Scores[pillar];
            var isLowest = lowest.Contains(pillar);
            var words = $"{pillar.Label(deal.Motion)} {voice.Of(points)}{(isLowest ? $", {voice.Word("lowest").ToLowerInvariant()}" : "")}";
            return $"<span class=\"chip p{points?.ToString(CultureInfo.InvariantCulture) ?? "u"}{(isLowest ? " lowest" : "")}\" title=\"{HtmlText.Of(words)}\"><span aria-hidden=\"true\">{pillar.Letter()}{points?.ToString(CultureInfo.InvariantCulture) ?? "-"}</span><span class=\"said\">{HtmlText.Of(words)}</span></span>";
        });
        return string.Join(' ', chips);
    }
}
