using System.Text;
using SalesRules.Fuzzing;
using SalesRules.Policies;
using SalesRules.Tests.Policies;

namespace SalesRules.Tests.Fuzz;

/// <summary>Whatever stands in a policy file, it is a policy or a list of problems with their places.</summary>
public class PolicyFuzzTests
{
    private static readonly string[] Words =
        ["stages:", "- name: POV\n  type: pov", "&a ", "*a", "<<: *a", "!!python/object", "|", ">-", "? ", "---\n", "...\n", "{a: {a: {a: 1}}}", "over-length-days: -5", "off", "~", "0x7f", ".inf", "2026-02-30"];

    private const string Rules = """
        custom-rules:
          - id: custom.large-deal
            when: Amount >= 100000 and NextStep is null and by('discovery')
            severity: medium
            message: "{Name} is worth {Amount}."
            task: Agree the next step
        """;

    [Test]
    public void A_broken_policy_is_a_list_of_problems_with_their_places()
    {
        var shipped = ShippedFiles.Read("policy.yaml").Replace("custom-rules: []", Rules, StringComparison.Ordinal);
        var mutator = new Mutator(seed: 1, Words);
        var sound = 0;
        var inputs = Mutator.Inputs(everyBuild: 1_500);
        for (var input = 0; input < inputs; input++)
        {
            var text = mutator.Mutate(shipped);
            var reading = PolicyFile.Parse(text, "p.yaml");
            if (reading.IsSound)
                sound++;
            else
                Assert.That(reading.Problems.All(problem => problem.Line >= 1 && problem.Column >= 1 && problem.Sentence.Length > 0), Is.True, text);
        }

        Assert.That(sound, Is.LessThan(inputs), "some of them must be broken");
    }

    [Test]
    public void Nothing_that_is_no_policy_at_all_breaks_the_loader()
    {
        var chance = new Random(2);
        var inputs = Mutator.Inputs(everyBuild: 3_000);
        for (var input = 0; input < inputs; input++)
        {
            var bytes = new byte[chance.Next(200)];
            chance.NextBytes(bytes);
            var reading = PolicyFile.Parse(Encoding.UTF8.GetString(bytes), "p.yaml");
            Assert.That(reading.IsSound, Is.False);
            Assert.That(reading.Problems, Is.Not.Empty);
        }
    }

    [Test]
    public void Deeply_nested_and_endless_aliases_end()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 200_000));
        var bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + string.Concat(Enumerable.Range(0, 30).Select(level => $"b{level}: &b{level} [*{(level == 0 ? "a" : $"b{level - 1}")},*a,*a,*a,*a,*a,*a]\n"));

        Assert.That(PolicyFile.Parse(deep, "p.yaml").IsSound, Is.False);
        Assert.That(PolicyFile.Parse(bomb, "p.yaml").IsSound, Is.False);
    }
}
