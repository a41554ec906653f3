using System.Text.Json;
using SalesRules.Sandbox.Tests.Wire;

namespace SalesRules.Sandbox.Tests.Recorded;

/// <summary>
/// Describe and limits have the keys, their order and the field types of real orgs. Shapes/ holds them as skeletons without
/// values; tests/recorded-shapes.sh runs the same tests against a folder of whole recordings.
/// </summary>
public sealed class RecordedShapeTests : WireTests
{
    private static readonly string Folder =
        Environment.GetEnvironmentVariable("SALESRULES_RECORDED") ?? Path.Combine(AppContext.BaseDirectory, "Recorded", "Shapes");

    private static IEnumerable<string> Objects() => Recordings("describe-*.json").Select(file => Path.GetFileNameWithoutExtension(file)["describe-".Length..]);

    [Test]
    public void There_are_recordings_to_compare_with()
    {
        Assert.That(Objects(), Is.Not.Empty, $"no describe-*.json in {Folder}");
        Assert.That(Recordings("limits*.json"), Is.Not.Empty, $"no limits*.json in {Folder}");
    }

    [TestCaseSource(nameof(Objects))]
    public async Task A_describe_has_every_recorded_key_in_the_recorded_order(string objectName)
    {
        var (recorded, actual) = await Describes(objectName);

        Assert.That(KeysKnownTo(recorded, actual), Is.EqualTo(Keys(recorded)));
    }

    [TestCaseSource(nameof(Objects))]
    public async Task Fields_children_and_urls_have_the_recorded_keys(string objectName)
    {
        var (recorded, actual) = await Describes(objectName);

        var fieldKeys = Keys(recorded.GetProperty("fields")[0]);
        Assert.That(actual.GetProperty("fields").EnumerateArray().Select(Keys), Has.All.EqualTo(fieldKeys));
        var childKeys = Keys(recorded.GetProperty("childRelationships")[0]);
        Assert.That(actual.GetProperty("childRelationships").EnumerateArray().Select(Keys), Has.All.EqualTo(childKeys));
        // What an object offers beside its rows differs from object to object; the order does not.
        var urls = Keys(recorded.GetProperty("urls"));
        Assert.That(KeysKnownTo(recorded.GetProperty("urls"), actual.GetProperty("urls")), Is.EqualTo(urls.Where(Keys(actual.GetProperty("urls")).Contains)));
        Assert.That(urls, Is.SupersetOf(new[] { "sobject", "describe", "rowTemplate" }));
    }

    [TestCaseSource(nameof(Objects))]
    public async Task Fields_that_both_have_are_of_the_recorded_type(string objectName)
    {
        var (recorded, actual) = await Describes(objectName);
        var types = actual.GetProperty("fields").EnumerateArray().ToDictionary(Name, Types);

        var shared = recorded.GetProperty("fields").EnumerateArray().Where(field => types.ContainsKey(Name(field))).ToArray();

        Assert.That(shared, Is.Not.Empty);
        Assert.Multiple(() =>
        {
            foreach (var field in shared)
                Assert.That(types[Name(field)], Is.EqualTo(Types(field)), $"{objectName}.{Name(field)}");
        });
    }

    [Test]
    public async Task Limits_are_those_of_a_real_org_each_with_max_and_remaining()
    {
        var recorded = Keys(Read(Recordings("limits*.json").First()));

        var limits = (await Org.Data("GET", "limits")).Json;

        // An org of today lists more than the recording did.
        string[] newer = ["DailyBulkV2QueryFileStorageMB", "DailyBulkV2QueryJobs"];
        Assert.That(Keys(limits), Is.SubsetOf(recorded.Concat(newer)).And.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
        Assert.That(limits.EnumerateObject().Select(limit => Keys(limit.Value)), Has.All.EqualTo(new[] { "Max", "Remaining" }));
    }

    private async Task<(JsonElement Recorded, JsonElement Actual)> Describes(string objectName)
    {
        var reply = await Org.Data("GET", $"sobjects/{objectName}/describe");
        return (Read(Path.Combine(Folder, $"describe-{objectName}.json")), reply.Json);
    }

    private static string[] Recordings(string pattern) => Directory.GetFiles(Folder, pattern);

    private static JsonElement Read(string file) => JsonDocument.Parse(File.ReadAllBytes(file)).RootElement;

    private static string[] Keys(JsonElement value) => [.. value.EnumerateObject().Select(property => property.Name)];

    private static IEnumerable<string> KeysKnownTo(JsonElement recorded, JsonElement actual) => Keys(actual).Where(Keys(recorded).Contains);

    private static string Name(JsonElement field) => field.GetProperty("name").GetString()!;

    private static (string? Type, string? SoapType) Types(JsonElement field) =>
        (field.GetProperty("type").GetString(), field.GetProperty("soapType").GetString());
}
