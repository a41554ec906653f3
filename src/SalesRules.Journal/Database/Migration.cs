using System.Globalization;

namespace SalesRules.Journal.Database;

/// <summary>One embedded step of the schema: Migrations/NNN_name.sql.</summary>
internal sealed record Migration(int Version, string Name, string Sql)
{
    private const string Folder = ".Migrations.";

    /// <summary>Every step, in order. Forward only: a step that was released is never changed.</summary>
    public static IReadOnlyList<Migration> All { get; } =
        [.. typeof(Migration).Assembly.GetManifestResourceNames()
            .Where(resource => resource.Contains(Folder, StringComparison.Ordinal))
            .Select(Read)
            .OrderBy(migration => migration.Version)];

    private static Migration Read(string resource)
    {
        var name = Path.GetFileNameWithoutExtension(resource[(resource.IndexOf(Folder, StringComparison.Ordinal) + Folder.Length)..]);
        using var reader = new StreamReader(typeof(Migration).Assembly.GetManifestResourceStream(resource)!);
        return new Migration(int.Parse(name.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture), name, reader.ReadToEnd());
    }
}
