using System.Text;
using SalesRules.Host.Digests.Documents;

namespace SalesRules.Host.Digests.Forms;

/// <summary>A digest as one page that needs nothing beside it: no script, no other file, light and dark, on a phone and on paper.</summary>
internal static class DigestHtml
{
    public static string Of(DigestDocument document)
    {
        var page = new StringBuilder();
        page.Append(
            $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{HtmlText.Of(document.Title)}</title>
            <style>
            {DigestStyle.Css}
            </style>
            </head>
            <body>
            <main>
            <header>
            <h1>{HtmlText.Of(document.Title)}</h1>
            <p class="intro">{HtmlText.Of(document.Intro)}</p>
            </header>

            """);
        if (document.Partial.Count > 0)
            page.Append($"<aside class=\"partial\" role=\"note\">\n<p>{HtmlText.Of(document.Partial[0])}</p>\n<ul>{string.Concat(document.Partial.Skip(1).Select(line => $"<li>{HtmlText.Of(line)}</li>"))}</ul>\n</aside>\n");
        string? group = null;
        foreach (var (section, number) in document.Sections.Select((section, index) => (section, index + 1)))
        {
            if (section.Group is not null && section.Group != group)
                page.Append($"<h2 class=\"group\">{HtmlText.Of(section.Group)}</h2>\n");
            group = section.Group;
            Append(page, section, number, document.Words);
        }

        page.Append($"<footer><p>{HtmlText.Of(document.Made)}</p></footer>\n</main>\n</body>\n</html>\n");
        return page.ToString();
    }

    private static void Append(StringBuilder page, DocumentSection section, int number, DigestVoice voice)
    {
        var id = FormattableString.Invariant($"s{number}");
        var level = section.Group is null ? "h2" : "h3";
        page.Append($"<section aria-labelledby=\"{id}\" class=\"s-{section.Key}\">\n<{level} id=\"{id}\">{HtmlText.Of(section.Heading)}</{level}>\n");
        if (section.Intro is { } intro)
            page.Append($"<p class=\"lead\">{HtmlText.Of(intro)}</p>\n");
        foreach (var block in section.Blocks)
            page.Append(Of(block, id, voice));
        page.Append("</section>\n");
    }

    private static string Of(DocumentBlock block, string labelledBy, DigestVoice voice) => block switch
    {
        DocumentNote note => $"<p class=\"note\">{HtmlText.Of(note.Text)}</p>\n",
        DocumentFigures figures => Figures(figures, voice),
        DocumentTable table => HtmlTable.Of(table, labelledBy, voice),
        DocumentDeals deals => HtmlDeals.Of(deals, labelledBy, voice),
        DocumentActions actions => HtmlTable.Of(actions, labelledBy, voice),
        _ => throw new NotSupportedException($"HTML has no form for {block.GetType().Name}."),
    };

    private static string Figures(DocumentFigures figures, DigestVoice voice)
    {
        var tiles = figures.Items.Select(figure =>
            $"<div class=\"tile{(figure.Value.IsUnknown ? " unknown" : "")}\"><dt>{HtmlText.Of(figure.Label)}</dt><dd>{HtmlText.Of(voice.Of(figure.Value))}</dd>{(figure.Note is null ? "" : $"<dd class=\"small\">{HtmlText.Of(figure.Note)}</dd>")}</div>\n");
        return $"<dl class=\"tiles\">\n{string.Concat(tiles)}</dl>\n{(figures.Coverage is { } coverage ? HtmlCharts.Coverage(coverage) : "")}";
    }
}
