using System.Text.RegularExpressions;
using SalesRules.Sandbox.Faults.Scripts;

namespace SalesRules.Sandbox.Tests.Faults;

/// <summary>docs/sandbox-faults.md holds what the org takes.</summary>
public sealed partial class DocumentedFaultTests : FaultTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Faults", "sandbox-faults.md"));

    private static readonly string[] Examples = [.. Example().Matches(Page).Select(match => match.Groups[1].Value)];

    [Test]
    public void Every_kind_has_a_line_with_an_example_of_it()
    {
        Assert.That(KindLine().Matches(Page).Select(match => (match.Groups[1].Value, match.Groups[2].Value)),
            Is.SupersetOf(FaultKinds.Names.Select(name => (name, name))));
    }

    [TestCaseSource(nameof(Examples))]
    public void An_example_can_be_loaded(string example)
    {
        Assert.That(Faults.Load($$"""{"faults":[{{example}}]}"""), Has.Count.EqualTo(1));
    }

    [Test]
    public void The_sample_script_can_be_loaded()
    {
        Assert.That(Faults.Load(Script().Match(Page).Groups[1].Value), Has.Count.EqualTo(6));
    }

    [GeneratedRegex("`(\\{ \"kind\".*?\\})`")]
    private static partial Regex Example();

    [GeneratedRegex("^\\| `(\\w+)`.*\\{ \"kind\": \"(\\w+)\"", RegexOptions.Multiline)]
    private static partial Regex KindLine();

    [GeneratedRegex("```json\\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Script();
}
