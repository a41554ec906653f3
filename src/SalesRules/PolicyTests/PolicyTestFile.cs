using SalesRules.Expressions;
using SalesRules.Policies;
using SalesRules.Policies.Reading;
using SalesRules.Policies.Reading.Shapes;
using SalesRules.Policies.Reading.Yaml;
using SalesRules.PolicyTests.Reading;

namespace SalesRules.PolicyTests;

/// <summary>Turns the text of policy.tests.yaml into cases, or into everything that is wrong with it. Reads no file itself.</summary>
public static class PolicyTestFile
{
    /// <summary>Reads the whole text and reports all problems at once. Never throws for what the text says.</summary>
    /// <param name="text">The content of the file.</param>
    /// <param name="fileName">How problems name the file.</param>
    /// <param name="policy">The policy that the cases are for: its rules and its names of fields and stages count.</param>
    public static PolicyTestReading Parse(string text, string fileName, Policy policy)
    {
        var problems = new ProblemList(fileName);
        IReadOnlyList<PolicyTest>? tests = null;
        if (Root(text, problems) is { } root)
        {
            var names = new FileNames([.. policy.CustomRules.Select(rule => rule.Id)], policy.Segments.All, new ExpressionScope(policy.Fields, policy.Stages));
            new ListShape<PolicyTest>(new PolicyTestSection(policy), test => test.Name, StringComparer.Ordinal, least: 1)
                .TryRead(new Value(root, "", problems, names), out tests);
        }

        return new PolicyTestReading(problems.Count == 0 ? tests! : [], problems.Count == 0 ? [] : problems.InFileOrder());
    }

    private static PolicyNode? Root(string text, ProblemList problems)
    {
        if (text.Length > PolicyFile.LongestText)
        {
            problems.Add(1, 1, "", FormattableString.Invariant($"the file has {text.Length:N0} characters; expected at most {PolicyFile.LongestText:N0}"));
            return null;
        }

        try
        {
            if (NodeReader.Read(text.TrimStart('\uFEFF')) is { } root)
                return root;
            problems.Add(1, 1, "", "the file is empty; expected a list of cases, each with name, as-of, given and expect");
        }
        catch (UnreadableYamlException unreadable)
        {
            problems.Add(unreadable.Line, unreadable.Column, "", unreadable.Message);
        }

        return null;
    }
}
