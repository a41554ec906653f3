namespace SalesRules.Host.Tests.Digests;

/// <summary>The rendered examples of docs/examples: what somebody has approved.</summary>
internal static class ExampleFiles
{
    /// <summary>What the program prints equals the file; or, with SALESRULES_ACCEPT=1, the file is made equal in the repository.</summary>
    public static void AssertEqual(string file, string text)
    {
        var path = Path.Combine(Root(), "docs", "examples", file);
        if (Environment.GetEnvironmentVariable("SALESRULES_ACCEPT") == "1")
        {
            File.WriteAllText(path, text);
            return;
        }

        Assert.That(File.Exists(path), Is.True, $"docs/examples/{file} was never approved: run the tests with SALESRULES_ACCEPT=1 and read it");
        Assert.That(text, Is.EqualTo(File.ReadAllText(path)), $"docs/examples/{file} has changed: run the tests with SALESRULES_ACCEPT=1 and read the diff");
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SalesRules.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("SalesRules.sln is in no folder above the tests");
        return folder.FullName;
    }
}
