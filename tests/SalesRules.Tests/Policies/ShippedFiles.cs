namespace SalesRules.Tests.Policies;

/// <summary>Files of the repository as they are copied beside the tests.</summary>
internal static class ShippedFiles
{
    /// <summary>True when generated files are to be written anew instead of compared.</summary>
    public static bool Accept => Environment.GetEnvironmentVariable("SALESRULES_ACCEPT") == "1";

    public static string Read(string path) => File.ReadAllText(Path.Combine(TestContext.CurrentContext.TestDirectory, "Shipped", path));

    /// <summary>The file equals the text; or, when accepting, is made equal in the repository.</summary>
    public static void AssertEqual(string path, string text)
    {
        if (Accept)
            File.WriteAllText(Path.Combine(Repository(), path), text);
        else
            Assert.That(Read(path), Is.EqualTo(text), $"{path} is generated: run the tests with SALESRULES_ACCEPT=1 and read the diff");
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SalesRules.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("SalesRules.sln is in no folder above the tests");
        return folder.FullName;
    }
}
