using System.Reflection;
using System.Xml.Linq;

namespace SalesRules.Sandbox.Schema.Package;

/// <summary>
/// The metadata that is deployed to real orgs, read for its objects and fields. Custom fields of Activity are those of Task
/// and Event.
/// </summary>
public sealed class SfdxPackage
{
    private readonly ILookup<string, SObjectField> fields;

    private SfdxPackage(IReadOnlyList<(string Path, XElement Root)> files)
    {
        var globalValues = files.Where(file => file.Root.Name.LocalName == "GlobalValueSet").ToDictionary(
            file => Path.GetFileName(file.Path).Split('.')[0], file => PackagePicklist.ReadGlobal(file.Root));
        var reader = new PackageFieldReader(globalValues);
        fields = files.Where(file => file.Root.Name.LocalName == "CustomField")
            .Select(file => (Owner: ObjectOf(file.Path), Field: reader.Read(file.Path, file.Root)))
            .ToLookup(entry => entry.Owner, entry => entry.Field);
        Objects = files.Where(file => file.Root.Name.LocalName == "CustomObject")
            .Select(file => (Name: ObjectOf(file.Path), file.Root))
            .Where(file => file.Name.EndsWith("__c", StringComparison.Ordinal))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select((file, number) => PackageObject.Define(file.Name, number, file.Root, [.. fields[file.Name]]))
            .ToArray();
    }

    /// <summary>The custom objects, complete with system fields.</summary>
    internal IReadOnlyList<SObjectDefinition> Objects { get; }

    /// <summary>The package built into this assembly.</summary>
    public static SfdxPackage Embedded()
    {
        var assembly = typeof(SfdxPackage).Assembly;
        var names = assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("package", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        return new SfdxPackage([.. names.Select(name => (name.Replace('\\', '/'), Load(assembly, name)))]);
    }

    /// <summary>A package from its metadata files, given as path below the package root and XML.</summary>
    public static SfdxPackage FromFiles(IEnumerable<KeyValuePair<string, string>> files) =>
        new([.. files.Select(file => (file.Key, XElement.Parse(file.Value)))]);

    /// <summary>The custom fields that the package adds to a standard object.</summary>
    public IEnumerable<SObjectField> FieldsOf(string objectName) => fields[objectName is "Task" or "Event" ? "Activity" : objectName];

    private static XElement Load(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        return XElement.Load(stream);
    }

    // .../objects/<Object>/fields/<Field>.field-meta.xml and .../objects/<Object>/<Object>.object-meta.xml
    private static string ObjectOf(string path)
    {
        var parts = path.Split('/');
        var objects = Array.LastIndexOf(parts, "objects");
        return objects >= 0 && objects + 1 < parts.Length
            ? parts[objects + 1]
            : throw new InvalidDataException($"{path} lies outside the package's objects folder.");
    }
}
