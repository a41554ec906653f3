using System.Diagnostics;
using System.Text.Json;

namespace SalesRules.Sandbox.Tests.Clients;

/// <summary>Runs one of the scripts beside this file with node and reads the JSON it prints.</summary>
internal static class NodeClient
{
    private static readonly string[] Packages = ["jsforce", "@jsforce/jsforce-node", "nforce"];

    /// <summary>The scripts are run where they lie in the source, because their packages are installed there.</summary>
    private static readonly string Folder = FindFolder();

    public static async Task<JsonElement> RunAsync(string script, SandboxServer server, CancellationToken cancellationToken)
    {
        foreach (var package in Packages.Where(package => !Directory.Exists(Path.Combine(Folder, "node_modules", package))))
            Assert.Fail($"{package} is not installed in {Folder}. Run ./test.sh once, or npm ci in that folder.");
        using var node = Start(script, server);
        var output = node.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = node.StandardError.ReadToEndAsync(cancellationToken);
        await node.WaitForExitAsync(cancellationToken);
        Assert.That(node.ExitCode, Is.Zero, $"{script} failed:\n{await errors}");
        return JsonDocument.Parse(await output).RootElement;
    }

    private static Process Start(string script, SandboxServer server)
    {
        var options = server.Org.Options;
        var start = new ProcessStartInfo("node", [script])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["SANDBOX_URL"] = server.Address.ToString().TrimEnd('/');
        start.Environment["SANDBOX_CLIENT_ID"] = options.ClientId;
        start.Environment["SANDBOX_CLIENT_SECRET"] = options.ClientSecret;
        start.Environment["SANDBOX_USERNAME"] = options.Username;
        start.Environment["SANDBOX_PASSWORD"] = options.Password;
        // A proxy of the machine has no way to loopback.
        start.Environment["NO_PROXY"] = "127.0.0.1";
        return Process.Start(start)!;
    }

    private static string FindFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var clients = Path.Combine(folder.FullName, "tests", "SalesRules.Sandbox.Tests", "Clients");
            if (File.Exists(Path.Combine(clients, "package.json")))
                return clients;
        }

        throw new DirectoryNotFoundException($"No tests/SalesRules.Sandbox.Tests/Clients above {AppContext.BaseDirectory}: run the tests from a checkout.");
    }
}
