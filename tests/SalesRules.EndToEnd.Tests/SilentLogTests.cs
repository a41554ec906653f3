using System.Text.Json;
using SalesRules.Host.Commands;
using SalesRules.Host.Tests.Commands;
using SalesRules.Sandbox;
using SalesRules.Sandbox.Faults;
using SalesRules.Sandbox.Faults.Changes;
using SalesRules.Sandbox.Faults.Conditions;
using SalesRules.Sandbox.Faults.Replies;
using SalesRules.Sandbox.Faults.Rows;

namespace SalesRules.EndToEnd.Tests;

/// <summary>Promise 10: whatever goes wrong, no secret and no customer's value is printed. The errors of the org quote them on purpose.</summary>
public class SilentLogTests
{
    private const string Secret = "Zq8-consumer-secret-71";

    [Test]
    public async Task A_faulty_run_prints_no_secret_and_no_value_of_a_customer()
    {
        await using var server = await SandboxServer.StartAsync(new SandboxOptions { Opportunities = 60, Seed = 3, ClientSecret = Secret }, TimeProvider.System, default);
        var values = CustomerValues(server).ToList();
        foreach (var fault in Faults(values))
            server.Faults.Add(fault);
        var folder = Directory.CreateTempSubdirectory("salesrules-").FullName;

        var printed = await RunAsync(server, folder) + await RunAsync(server, folder);

        Directory.Delete(folder, recursive: true);
        var struck = server.Faults.List().Where(report => report.Struck > 0).Select(report => report.Fault.GetType().Name).ToList();
        Assert.That(struck, Has.Count.GreaterThanOrEqualTo(6), "else the run was not faulty: " + string.Join(", ", struck));
        Assert.That(printed, Does.Contain("refused"), "it did print what went wrong");
        Assert.That(printed, Does.Not.Contain(Secret).And.Not.Contain("Bearer").And.Not.Match("00D[A-Za-z0-9]{12,15}!"));
        Assert.That(values.Where(value => printed.Contains(value, StringComparison.Ordinal)), Is.Empty);
    }

    /// <summary>Names of accounts, deals and people, evidence, next steps, and amounts as Salesforce writes them.</summary>
    private static IEnumerable<string> CustomerValues(SandboxServer server)
    {
        using var person = new Person(server);
        string[] queries =
        [
            "SELECT Name, NextStep, Description, MIQL_Outcome_Evidence__c, MIQL_Maps_Evidence__c, MIQL_Leadership_Evidence__c FROM Opportunity",
            "SELECT Name FROM Account", "SELECT Name, Email FROM Contact", "SELECT Name, Email FROM User",
        ];
        foreach (var query in queries)
        {
            foreach (var record in person.QueryAllAsync(query).GetAwaiter().GetResult())
            {
                foreach (var value in record.EnumerateObject().Where(field => field.Value.ValueKind == JsonValueKind.String && field.Value.GetString()!.Length > 5))
                    yield return value.Value.GetString()!;
            }
        }
    }

    /// <summary>Errors that quote a customer's values, as Salesforce's do, and replies that break off in the middle of them.</summary>
    private static IEnumerable<Fault> Faults(List<string> values)
    {
        var quoted = string.Join(" ", values.Take(40));
        yield return new ApiErrorFault { Status = 500, Code = "UNKNOWN_EXCEPTION", Message = quoted, When = new() { Nth = 2 } };
        yield return new HtmlPageFault { Status = 503, Html = $"<html>{quoted} {Secret}</html>", When = new() { Nth = 4 } };
        yield return new ValidationErrorFault { Message = $"{quoted} is not allowed", When = new() { Every = 5 } };
        yield return new PermissionErrorFault { When = new() { Nth = 7 } };
        yield return new RowErrorFault { Code = "DUPLICATE_VALUE", Message = $"duplicate value found: {quoted}", Fields = [], When = new() { Nth = 3 } };
        yield return new RowLockFault { When = new() { Every = 9 } };
        yield return new SessionExpiredFault { When = new() { Nth = 6 } };
        yield return new TornBodyFault { Where = new() { Operation = FaultOperation.Retrieve }, When = new() { Nth = 1 } };
        yield return new EditFault { Where = new() { Operation = FaultOperation.Retrieve }, Moment = FaultMoment.After, Values = new Dictionary<string, object?> { ["NextStep"] = "call Ms Quill of Harrow" } };
    }

    private static async Task<string> RunAsync(SandboxServer server, string folder)
    {
        using var process = SalesRulesProcess.Start(
            folder,
            new Dictionary<string, string>
            {
                ["SALESRULES__Salesforce__LoginUrl"] = server.Address.GetLeftPart(UriPartial.Authority),
                ["SALESRULES__Salesforce__ClientId"] = "sandbox",
                ["SALESRULES__Salesforce__ClientSecret"] = Secret,
                ["SALESRULES__Writes__Enabled"] = "true",
                ["SALESRULES__Serilog__MinimumLevel__Default"] = "Verbose",
            },
            "run");
        var code = await process.ExitCodeAsync();
        Assert.That(code, Is.AnyOf(ExitCode.Done, ExitCode.Partial, ExitCode.Unexpected, ExitCode.Refused), process.Errors);
        return process.Output + process.Errors;
    }
}
