namespace SalesRules.Tests.Databases;

/// <summary>The fixture's tests run on every database that a journal can live in; its constructor takes which.</summary>
internal sealed class OnEachDatabaseAttribute() : TestFixtureSourceAttribute(typeof(OnEachDatabaseAttribute), nameof(All))
{
    public static IEnumerable<DatabaseKind> All => Enum.GetValues<DatabaseKind>();
}
