using System.Globalization;

namespace SalesRules.Journal.Database;

/// <summary>One embedded step of the schema: Migrations/DIALECT/NNN_name.sql.</summary>
internal sealed record Migration(int Version, string Name, string Sql)
{
    /// <summary>Every step of one dialect, in order. Forward only: a step that was released is never changed.</summary>
    /// <param name="folder">The folder's name under Migrations.</param>
    public static IReadOnlyList<Migration> In(string folder)
    {
        var prefix = $".Migrations.{folder}.";
        return
        [
            .. typeof(Migration).Assembly.GetManifestResourceNames()
                .Where(resource => resource.Contains(prefix, StringComparison.Ordinal))
                .Select(resource => Read(resource, prefix))
                .OrderBy(migration => migration.Version),
        ];
    }

    private static Migration Read(string resource, string prefix)
    {
        var name = Path.GetFileNameWithoutExtension(resource[(resource.IndexOf(prefix, StringComparison.Ordinal) + prefix.Length)..]);
        using var reader = new StreamReader(typeof(Migration).Assembly.GetManifestResourceStream(resource)!);
        return new Migration(int.Parse(name.AsSpan(0, 3), NumberStyles.None, CultureInfo.InvariantCulture), name, reader.ReadToEnd());
    }
}
