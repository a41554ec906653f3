namespace SalesRules.Notifications.Tests.Golden;

/// <summary>Renderings as somebody has approved them: Golden/Approved, one file each.</summary>
internal static class GoldenFiles
{
    /// <summary>The rendering equals the file; or, with SALESRULES_ACCEPT=1, the file is made equal in the repository.</summary>
    public static void AssertEqual(string file, string text)
    {
        if (Environment.GetEnvironmentVariable("SALESRULES_ACCEPT") == "1")
        {
            File.WriteAllText(Path.Combine(Project(), "Golden", "Approved", file), text);
            return;
        }

        var approved = Path.Combine(TestContext.CurrentContext.TestDirectory, "Golden", "Approved", file);
        Assert.That(File.Exists(approved), Is.True, $"{file} was never approved: run the tests with SALESRULES_ACCEPT=1 and read it");
        Assert.That(text, Is.EqualTo(File.ReadAllText(approved)), $"{file} has changed: run the tests with SALESRULES_ACCEPT=1 and read the diff");
    }

    private static string Project()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SalesRules.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("SalesRules.sln is in no folder above the tests");
        return Path.Combine(folder.FullName, "tests", "SalesRules.Notifications.Tests");
    }
}
