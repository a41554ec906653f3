using SalesRules.Policies;

namespace SalesRules.Tests.Policies;

public sealed class PolicyReferenceTests
{
    private const string Begin = "<!-- keys: generated -->\n";
    private const string End = "<!-- end of keys -->\n";

    [Test]
    public void The_documented_keys_and_defaults_are_those_of_the_loader()
    {
        var page = ShippedFiles.Read("docs/policy.md");
        var before = page[..(page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)];
        var after = page[page.IndexOf(End, StringComparison.Ordinal)..];

        ShippedFiles.AssertEqual("docs/policy.md", $"{before}\n{PolicyReference.Markdown()}\n{after}");
    }

    [Test]
    public void Every_key_of_the_schema_is_documented()
    {
        var page = ShippedFiles.Read("docs/policy.md");

        foreach (var (path, _) in SchemaKeys.All())
            Assert.That(page, Does.Contain(path.Split('.')[^1]), path);
    }
}
