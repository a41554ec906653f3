using System.Text.Json;
using SalesRules.Sandbox;

namespace SalesRules.Host.Tests;

/// <summary>A settings file that points at a sandbox org, with a journal in the same folder.</summary>
internal static class SandboxSettingsFile
{
    public static string Write(TemporaryFolder folder, SandboxServer server, params (string Key, string Value)[] further) =>
        Write(folder, [("Salesforce:LoginUrl", server.Address.GetLeftPart(UriPartial.Authority)), ("Salesforce:ClientId", "sandbox"), ("Salesforce:ClientSecret", "sandbox"), .. further]);

    /// <summary>Later values replace earlier ones.</summary>
    public static string Write(TemporaryFolder folder, params (string Key, string Value)[] settings)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["Journal:ConnectionString"] = $"Data Source={folder.File("journal.db")}",
            ["Health:Url"] = "http://127.0.0.1:0",
            ["Sandbox:Opportunities"] = "20",
        };
        foreach (var (key, value) in settings)
            values[key] = value;

        // Flat keys with colons are as good as nested ones.
        return folder.Write("settings.json", JsonSerializer.Serialize(values));
    }
}
