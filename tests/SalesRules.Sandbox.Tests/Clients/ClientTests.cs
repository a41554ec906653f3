using System.Collections.Concurrent;
using System.Text.Json;

namespace SalesRules.Sandbox.Tests.Clients;

/// <summary>An org with enough records to page through, for the scripts of one real client.</summary>
[CancelAfter(60_000)]
public abstract class ClientTests
{
    protected const int Deals = 2500;

    private readonly ConcurrentDictionary<string, Lazy<Task<JsonElement>>> results = new();
    private protected SandboxServer Server { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartOrg()
    {
        Server = await SandboxServer.StartAsync(new SandboxOptions { Opportunities = 0 }, TimeProvider.System, CancellationToken.None);
        Server.Org.Write(transaction =>
        {
            var account = transaction.Insert("Account", Row(("Name", "Acme"))).Id;
            var contact = transaction.Insert("Contact", Row(("LastName", "Voss"), ("AccountId", account))).Id;
            for (var number = 0; number < Deals; number++)
            {
                var deal = transaction.Insert("Opportunity", Row(
                    ("Name", $"Deal {number}"), ("StageName", number % 2 == 0 ? "Discovery" : "POV"), ("CloseDate", new DateOnly(2030, 6, 30)),
                    ("Amount", (decimal)number), ("AccountId", account))).Id;
                if (number == 1)
                    transaction.Insert("OpportunityContactRole", Row(("OpportunityId", deal), ("ContactId", contact), ("Role", "Decision Maker")));
            }

            return true;
        });
    }

    [OneTimeTearDown]
    public async Task StopOrg() => await Server.DisposeAsync();

    /// <summary>Each script runs once; several tests look at what it found.</summary>
    private protected Task<JsonElement> ResultOf(string script, CancellationToken cancellationToken) => results
        .GetOrAdd(script, _ => new Lazy<Task<JsonElement>>(() => NodeClient.RunAsync(script, Server, CancellationToken.None))).Value
        .WaitAsync(cancellationToken);

    private protected static string? Code(JsonElement result, string call) => result.GetProperty(call).GetProperty("code").GetString();

    private static Dictionary<string, object?> Row(params (string Field, object? Value)[] values) =>
        values.ToDictionary(value => value.Field, value => value.Value);
}
