using System.Text.Encodings.Web;

namespace SalesRules.Host.Digests.Forms;

/// <summary>Text within a page: what people typed into Salesforce is shown and never run.</summary>
internal static class HtmlText
{
    public static string Of(string text) => HtmlEncoder.Default.Encode(string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter)));
}
