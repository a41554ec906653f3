using SalesRules.Sandbox.Loading;
using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Tests.Loading;

/// <summary>A folder with files to load, and an empty org to load them into.</summary>
public abstract class LoadingFixture
{
    private string folder = null!;

    private protected Org Org { get; private set; } = null!;

    [SetUp]
    public void Open_an_empty_org_and_folder()
    {
        Org = new Org(new SandboxOptions(), TimeProvider.System);
        folder = Directory.CreateTempSubdirectory("salesrules-loading-").FullName;
    }

    [TearDown]
    public void Remove_both()
    {
        Org.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private protected string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>Loads a file by a map, both given as text.</summary>
    private protected LoadReport Load(string data, string map, string dataName = "deals.csv") =>
        DataLoader.Load(Org, Write(dataName, data), Write("deals.map.json", map));

    /// <summary>What the load says when it refuses, one line a problem, without folders.</summary>
    private protected string[] Refusal(string data, string map, string dataName = "deals.csv")
    {
        var error = Assert.Throws<DataLoadException>(() => Load(data, map, dataName))!;
        return [.. error.Problems.Select(problem => problem.ToString().Replace(folder + Path.DirectorySeparatorChar, ""))];
    }

    private protected Record[] All(string objectName) => Org.Read(store => store[objectName].Scan().ToArray());
}
