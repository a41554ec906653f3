using System.Xml.Linq;

namespace SalesRules.Sandbox.Schema.Package;

/// <summary>Values of a picklist as metadata states them, in a field or in a global value set.</summary>
internal static class PackagePicklist
{
    public static IReadOnlyList<PicklistValue> ReadGlobal(XElement root) => Read(root, "customValue");

    public static IReadOnlyList<PicklistValue> Read(XElement definition, string element = "value") =>
        [.. definition.Children(element).Select(ReadValue)];

    private static PicklistValue ReadValue(XElement value)
    {
        var name = value.Text("fullName") ?? "";
        return new PicklistValue(name, value.Text("label") ?? name, value.Text("isActive") != "false", value.Flag("default"));
    }
}
