using SalesRules.Policies;

namespace SalesRules.Tests.Policies;

/// <summary>The policies that the repository ships, and small ones for the tests of the loader.</summary>
internal static class TestPolicies
{
    /// <summary>The least that a policy needs.</summary>
    public const string Least = """
        stages:
          - { name: Discovery, type: discovery }
          - { name: POV, type: pov }
          - { name: Closed Won, type: closed-won }

        """;

    /// <summary>The policy of the repository's policy.yaml.</summary>
    public static Policy Default() => Sound(ShippedFiles.Read("policy.yaml"));

    /// <summary>The policy of a text without problems; a text with some fails the test with their list.</summary>
    public static Policy Sound(string text)
    {
        var reading = PolicyFile.Parse(text, "policy.yaml");
        Assert.That(reading.Problems, Is.Empty);
        return reading.Policy!;
    }

    /// <summary>The least policy with something more below it.</summary>
    public static Policy With(string more) => Sound(Least + more);

    /// <summary>The problems of a text, as a person reads them.</summary>
    public static string[] Problems(string text)
    {
        var reading = PolicyFile.Parse(text, "p.yaml");
        Assert.That(reading.IsSound, Is.EqualTo(reading.Problems.Count == 0));
        return [.. reading.Problems.Select(problem => problem.ToString())];
    }
}
