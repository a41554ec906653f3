using SalesRules.Digests;
using SalesRules.Host.Commands;
using SalesRules.Host.Digests.Documents;

namespace SalesRules.Host.Digests.Forms;

/// <summary>The forms in which a digest is printed.</summary>
internal enum DigestForm
{
    Text,
    Html,
    Markdown,
    Json,
}

/// <summary>Prints a digest.</summary>
internal static class DigestForms
{
    public static string Of(DigestDocument document, DigestScope scope, DigestForm form) => form switch
    {
        DigestForm.Html => DigestHtml.Of(document),
        DigestForm.Markdown => DigestMarkdown.Of(document),
        DigestForm.Json => JsonText.Of(writer => DigestJson.Write(writer, document, scope)) + "\n",
        _ => DigestText.Of(document),
    };
}
