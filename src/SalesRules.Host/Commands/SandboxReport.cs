using System.Text.Json;
using SalesRules.Host.Configuration;
using SalesRules.Sandbox;

namespace SalesRules.Host.Commands;

/// <summary>How to sign in to a sandbox org that has just started, and what is in it.</summary>
internal static class SandboxReport
{
    private static readonly string[] Counted = ["Opportunity", "Account", "Contact", "User", "Task"];

    public static void Print(SandboxServer server, TextWriter output, bool json)
    {
        if (json)
            output.WriteLine(JsonText.Of(writer => Write(writer, server)));
        else
            PrintText(server, output);
    }

    private static void PrintText(SandboxServer server, TextWriter output)
    {
        var options = server.Org.Options;
        output.WriteLine($"Sandbox org {server.Org.Id} at {Address(server)}");
        output.WriteLine($"  client id {options.ClientId}, client secret {options.ClientSecret}, user {options.Username}, password {options.Password}");
        output.WriteLine($"  {string.Join(", ", Counts(server).Select(pair => $"{pair.Count:N0} {pair.Name}"))}");
        output.WriteLine();
        foreach (var (name, value) in Environment(server))
            output.WriteLine($"export {name}={Quoted(value)}");
        output.WriteLine("salesrules plan");
        output.Flush();
    }

    private static void Write(Utf8JsonWriter writer, SandboxServer server)
    {
        var options = server.Org.Options;
        writer.WriteStartObject();
        writer.WriteString("address"u8, Address(server));
        writer.WriteString("organizationId"u8, server.Org.Id);
        writer.WriteString("clientId"u8, options.ClientId);
        writer.WriteString("clientSecret"u8, options.ClientSecret);
        writer.WriteString("username"u8, options.Username);
        writer.WriteString("password"u8, options.Password);
        writer.WriteStartObject("records"u8);
        foreach (var (name, count) in Counts(server))
            writer.WriteNumber(name, count);
        writer.WriteEndObject();
        writer.WriteStartObject("environment"u8);
        foreach (var (name, value) in Environment(server))
            writer.WriteString(name, value);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static string Address(SandboxServer server) => server.Address.GetLeftPart(UriPartial.Authority);

    private static IEnumerable<(string Name, int Count)> Counts(SandboxServer server) =>
        Counted.Select(name => (name, server.Org.Read(store => store[name].Count)));

    private static IEnumerable<(string Name, string Value)> Environment(SandboxServer server) =>
    [
        ($"{Settings.EnvironmentPrefix}Salesforce__LoginUrl", Address(server)),
        ($"{Settings.EnvironmentPrefix}Salesforce__ClientId", server.Org.Options.ClientId),
        ($"{Settings.EnvironmentPrefix}Salesforce__ClientSecret", server.Org.Options.ClientSecret),
    ];

    /// <summary>As a shell reads it back.</summary>
    private static string Quoted(string value) =>
        value.All(c => char.IsAsciiLetterOrDigit(c) || "-_.:/@".Contains(c, StringComparison.Ordinal)) && value.Length > 0
            ? value
            : $"'{value.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
