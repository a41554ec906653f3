namespace SalesRules.Host.Digests.Forms;

/// <summary>How a page looks: one column, the reader's own font, colours that are told apart in light, dark and print.</summary>
internal static class DigestStyle
{
    public const string Css = """
        :root { --ink: #1a1f29; --soft: #5a6473; --line: #d9dee6; --paper: #ffffff; --back: #f4f6f9; --link: #1d5fb4; --gain: #2f8f5b; --loss: #c2462e; --total: #6b7f9e; --warn: #9a5b00; --warnback: #fff4e0; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6eaf0; --soft: #a0abbb; --line: #323a47; --paper: #171b22; --back: #0f1217; --link: #84b6f4; --gain: #4fb87f; --loss: #e8745c; --total: #8098bd; --warn: #f0b75e; --warnback: #2d2415; } }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--back); color: var(--ink); font: 15px/1.5 system-ui, "Segoe UI", Helvetica, Arial, sans-serif; }
        main { max-width: 1040px; margin: 0 auto; padding: 24px 20px 48px; }
        h1 { font-size: 26px; line-height: 1.25; margin: 8px 0 4px; }
        h2 { font-size: 18px; line-height: 1.3; margin: 0 0 4px; }
        h2.group { font-size: 22px; margin: 32px 0 8px; }
        h3 { font-size: 16px; margin: 0 0 4px; }
        a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 2px; }
        section { background: var(--paper); border: 1px solid var(--line); border-radius: 8px; padding: 16px 18px; margin: 16px 0; }
        .intro, .lead, .note, .more, .small, footer, caption, figcaption { color: var(--soft); }
        .intro, .lead, .note { margin: 0 0 8px; max-width: 70ch; }
        .more { margin: 8px 0 0; }
        .small, caption, figcaption { font-size: 13px; }
        .partial { background: var(--warnback); border-left: 4px solid var(--warn); border-radius: 4px; padding: 10px 16px; margin: 16px 0; }
        .partial p { margin: 0; font-weight: 600; } .partial ul { margin: 4px 0 0; padding-left: 20px; }
        table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
        caption { text-align: left; padding-bottom: 6px; }
        th, td { text-align: left; vertical-align: top; padding: 6px 12px 6px 0; border-bottom: 1px solid var(--line); font-weight: normal; }
        th:last-child, td:last-child { padding-right: 0; }
        thead th { color: var(--soft); font-size: 13px; white-space: nowrap; }
        tbody th { font-weight: 600; overflow-wrap: anywhere; }
        .number { text-align: right; white-space: nowrap; }
        tbody:last-child tr:last-child > * { border-bottom: 0; }
        .charted th, .charted td { vertical-align: middle; } .charted .bar { width: 45%; padding-left: 12px; }
        .charted tbody th { font-weight: normal; white-space: nowrap; }
        .bar svg { display: block; width: 100%; height: 18px; }
        rect.total { fill: var(--total); } rect.gain { fill: var(--gain); } rect.loss { fill: var(--loss); } rect.track { fill: var(--line); } rect.goal { fill: var(--ink); }
        .coverage { margin: 14px 0 0; } .coverage svg { display: block; width: 100%; height: 20px; } figcaption { margin-top: 4px; }
        .tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(170px, 1fr)); gap: 14px 20px; margin: 8px 0 0; }
        .tiles dt { color: var(--soft); font-size: 13px; } .tiles dd { margin: 0; font-size: 22px; line-height: 1.3; font-variant-numeric: tabular-nums; } .tiles dd.small { font-size: 13px; } .tiles .unknown dd:not(.small) { color: var(--soft); font-style: italic; }
        .full tbody tr:first-child > * { border-bottom: 0; padding-bottom: 0; padding-top: 12px; }
        .below td { padding: 4px 0 12px; }
        .below dl { margin: 0; display: grid; gap: 2px; } .below div { display: grid; grid-template-columns: 130px 1fr; } .below dt { grid-column: 1; color: var(--soft); font-size: 13px; padding-top: 1px; } .below dd { grid-column: 2; margin: 0; max-width: 80ch; overflow-wrap: anywhere; }
        .chip { display: inline-block; min-width: 27px; padding: 0 4px; border: 2px solid transparent; border-radius: 4px; font-size: 13px; text-align: center; color: #10151c; }
        .chip.p2 { background: #bfe3cd; } .chip.p1 { background: #f6dd9d; } .chip.p0 { background: #f3b3a6; } .chip.pu { background: transparent; border: 2px dashed var(--soft); color: var(--ink); } .chip.lowest { border-color: var(--ink); font-weight: 700; }
        .said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .spark { vertical-align: middle; } .spark polyline { fill: none; stroke: var(--total); stroke-width: 2; } .spark circle { fill: var(--total); }
        .late { color: var(--loss); font-weight: 600; }
        @media (max-width: 720px) {
          main { padding: 12px 12px 32px; } section { padding: 14px; } h1 { font-size: 22px; }
          .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          .stack, .stack tbody, .stack tr, .stack th, .stack td { display: block; width: 100%; }
          .stack th, .stack td, .full tbody tr:first-child > * { border: 0; padding: 1px 0; text-align: left; white-space: normal; }
          .stack tbody { border-bottom: 1px solid var(--line); padding: 8px 0; } .stack tbody:last-child { border-bottom: 0; }
          table.stack:not(.deals) tr { border-bottom: 1px solid var(--line); padding: 8px 0; } table.stack:not(.deals) tbody { padding: 0; }
          .stack td[data-label]::before { content: attr(data-label) ": "; color: var(--soft); font-size: 13px; }
          .stack td[data-label]:empty { display: none; }
          .below div { grid-template-columns: 1fr; } .below dt, .below dd { grid-column: 1; } .below dl { gap: 4px; }
          .charted .bar { width: 32%; }
          .tiles { grid-template-columns: repeat(auto-fill, minmax(135px, 1fr)); } .tiles dd { font-size: 19px; }
        }
        @media print {
          :root { --ink: #000; --soft: #444; --line: #bbb; --paper: #fff; --back: #fff; --link: #000; }
          body { font-size: 11px; } main { max-width: none; padding: 0; } section { border: 0; border-top: 1px solid var(--line); border-radius: 0; padding: 8px 0; margin: 8px 0; }
          tbody, .tile { break-inside: avoid; } h2, h3 { break-after: avoid; } rect, .chip { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
        }
        """;
}
