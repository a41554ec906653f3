using SalesRules.Rules;

namespace SalesRules.Tests.Conventions;

/// <summary>The thinking touches no wire, no database and no host: the compiler keeps it so, and this test keeps the project file so.</summary>
public class CoreAssemblyTests
{
    private static readonly string[] Forbidden =
        ["System.Net", "System.Data", "Microsoft.Data", "Microsoft.Extensions", "Microsoft.AspNetCore", "Dapper", "Npgsql", "Quartz", "Polly", "Serilog"];

    [Test]
    public void It_references_no_HTTP_database_or_hosting_assembly()
    {
        var references = typeof(RuleBook).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!);
        Assert.That(references.Where(name => Forbidden.Any(start => name.StartsWith(start, StringComparison.Ordinal))), Is.Empty);
    }
}
