using System.Text.RegularExpressions;
using SalesRules.Decisions;
using SalesRules.Policies;
using SalesRules.Rules.Hygiene;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Rules.Hygiene;

public class NameMustFollowThePatternRuleTests
{
    [TestCase("Acme - New - 2026", false)]
    [TestCase("Acme", true)]
    [TestCase(null, true)]
    public void A_name_is_as_agreed(string? name, bool found) => Assert.That(Named(name).Ask<NameMustFollowThePatternRule>(), found ? Says.A(Severity.Low) : Says.Nothing);

    [Test]
    public void It_says_the_agreement()
    {
        var finding = Named("Acme").Finding<NameMustFollowThePatternRule>();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("The name does not follow Account - What - Year."));
            Assert.That(finding.Evidence, Is.EqualTo([new Evidence("Name", FieldValue.Of("Acme"), FieldValue.Of("Account - What - Year"))]));
        }
    }

    [Test]
    public void Without_a_pattern_any_name_will_do() => Assert.That(ADeal.InStage("Discovery").With(it => it with { Name = null }).Ask<NameMustFollowThePatternRule>(), Says.Nothing);

    private static ADeal Named(string? name) => ADeal.InStage("Discovery").With(it => it with { Name = name }).Under(policy => policy with
    {
        Hygiene = new HygienePolicy { NamePattern = new Regex("^.+ - .+ - [0-9]{4}$"), NameHint = "Account - What - Year" },
    });
}
