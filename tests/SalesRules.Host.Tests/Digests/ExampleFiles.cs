using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SalesRules.Host.Tests.Digests;

/// <summary>The rendered examples of docs/examples: what somebody has approved.</summary>
internal static class ExampleFiles
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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

    /// <summary>README.md shows that text, below a comment that names its file: it is accepted with the file.</summary>
    public static void AssertShown(string file, string text)
    {
        var readme = File.ReadAllText(Path.Combine(Root(), "docs", "examples", "README.md"));
        var shown = new Regex($"(?<=<!-- {Regex.Escape(file)} -->\n```text\n).*?(?=```\n)", RegexOptions.Singleline);
        Assert.That(shown.Count(readme), Is.EqualTo(1), $"docs/examples/README.md shows {file} once");
        AssertEqual("README.md", shown.Replace(readme, _ => text));
    }

    /// <summary>JSON as people read it.</summary>
    public static string Indented(byte[] json) => JsonSerializer.Serialize(JsonDocument.Parse(json).RootElement, Readable) + "\n";

    private static string Root()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "SalesRules.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("SalesRules.sln is in no folder above the tests");
        return folder.FullName;
    }
}
