using System.Globalization;
using System.Net.Sockets;
using System.Text.Json;

namespace SalesRules.Benchmarks;

/// <summary>A whole run against a sandbox org in another process, twice: calls, records per second, peak memory of the service.</summary>
internal static class RunMeasurement
{
    public static async Task<int> RunAsync(int opportunities)
    {
        var port = FreePort();
        var journal = Path.Combine(Path.GetTempPath(), $"salesrules-{Guid.NewGuid():N}.db");
        using var sandbox = MeasuredProcess.Start(["sandbox", "--port", Invariant(port), "--opportunities", Invariant(opportunities)]);
        try
        {
            await AnsweringAsync(port);
            var environment = new Dictionary<string, string>
            {
                ["SALESRULES__Salesforce__LoginUrl"] = $"http://127.0.0.1:{Invariant(port)}",
                ["SALESRULES__Salesforce__ClientId"] = "sandbox",
                ["SALESRULES__Salesforce__ClientSecret"] = "sandbox",
                ["SALESRULES__Writes__Enabled"] = "true",
                ["SALESRULES__Journal__ConnectionString"] = $"Data Source={journal}",
            };
            Console.WriteLine("| run | read | written | API calls | seconds | records/s | peak memory MB |");
            Console.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
            foreach (var name in new[] { "first", "second" })
                Print(name, await MeasuredProcess.RunAsync(["run", "--json"], environment));
            return 0;
        }
        finally
        {
            sandbox.Kill();
            foreach (var file in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(journal) + "*"))
                File.Delete(file);
        }
    }

    private static void Print(string name, MeasuredProcess run)
    {
        if (run.ExitCode != 0)
            throw new InvalidOperationException($"run ended with {run.ExitCode}: {run.Error}");
        using var json = JsonDocument.Parse(run.Output);
        var root = json.RootElement;
        var read = root.GetProperty("read").GetInt32();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {name} | {read:N0} | {root.GetProperty("written").GetInt32():N0} | {root.GetProperty("apiCalls").GetInt32():N0} | {run.Elapsed.TotalSeconds:0.0} | {read / run.Elapsed.TotalSeconds:N0} | {run.PeakBytes / 1_048_576.0:0} |"));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task AnsweringAsync(int port)
    {
        using var http = new HttpClient();
        for (var attempt = 0; attempt < 600; attempt++)
        {
            try
            {
                using var reply = await http.GetAsync(new Uri($"http://127.0.0.1:{Invariant(port)}/services/data"));
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(100);
            }
        }

        throw new TimeoutException("The sandbox org did not answer within a minute.");
    }

    private static string Invariant(int number) => number.ToString(CultureInfo.InvariantCulture);
}
