using System.Globalization;
using System.Xml.Linq;

namespace SalesRules.Sandbox.Schema.Package;

/// <summary>Reads the elements of a metadata file.</summary>
internal static class MetadataXml
{
    private static readonly XNamespace Metadata = "http://soap.sforce.com/2006/04/metadata";

    public static XElement? Child(this XElement element, string name) => element.Element(Metadata + name);

    public static IEnumerable<XElement> Children(this XElement element, string name) => element.Elements(Metadata + name);

    public static string? Text(this XElement element, string name) => element.Child(name)?.Value.Trim();

    public static string RequiredText(this XElement element, string name, string file) =>
        element.Text(name) ?? throw new InvalidDataException($"{file}: <{name}> is missing.");

    public static int Number(this XElement element, string name, int missing = 0) =>
        element.Text(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : missing;

    public static bool Flag(this XElement element, string name) => element.Text(name) == "true";
}
