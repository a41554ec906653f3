namespace SalesRules.Journal.Tests;

/// <summary>A folder for the files of one test; in memory where the system has a place for that, because every commit waits for the disk.</summary>
internal static class TestFolder
{
    private const string InMemory = "/dev/shm";

    public static string Create()
    {
        var parent = Directory.Exists(InMemory) ? InMemory : Path.GetTempPath();
        return Directory.CreateDirectory(Path.Combine(parent, $"salesrules-{Path.GetRandomFileName()}")).FullName;
    }
}
