using SalesRules.Decisions;
using SalesRules.Snapshots;

namespace SalesRules.Tests.Decisions;

public class FindingTests
{
    [Test]
    public void It_is_put_into_words_once_and_only_when_it_is_read()
    {
        var explainer = new CountingExplainer();
        var finding = new Finding("a.rule", Severity.Low, explainer);
        Assert.That((finding.Rule, finding.Severity, finding.Changes.Count, explainer.Asked), Is.EqualTo(("a.rule", Severity.Low, 0, 0)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(finding.Message, Is.EqualTo("a.rule broken."));
            Assert.That(finding.Evidence, Is.EqualTo([new Evidence("Amount", FieldValue.Of(1m), FieldValue.Of(2m))]));
            Assert.That(finding.Fix, Is.EqualTo([new Fix("Amount", FieldValue.Of(2m))]));
            Assert.That(finding.Tasks, Is.EqualTo([new TaskPart("O", "Raise it")]));
            Assert.That(explainer.Asked, Is.EqualTo(1));
        }
    }

    [Test]
    public void Two_that_say_the_same_are_equal_whoever_was_read_before()
    {
        var read = new Finding("a.rule", Severity.Low, new CountingExplainer());
        Assert.That(read.Message, Is.Not.Empty);
        var unread = new Finding("a.rule", Severity.Low, new CountingExplainer());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(unread, Is.EqualTo(read));
            Assert.That(unread.GetHashCode(), Is.EqualTo(read.GetHashCode()));
        }
    }

    [Test]
    public void What_is_said_otherwise_is_another_finding()
    {
        var finding = Of("a.rule", Severity.Low, Said);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Of("a.rule", Severity.Low, Said), Is.EqualTo(finding));
            Assert.That(Of("another.rule", Severity.Low, Said), Is.Not.EqualTo(finding));
            Assert.That(Of("a.rule", Severity.High, Said), Is.Not.EqualTo(finding));
            Assert.That(Of("a.rule", Severity.Low, Said with { Message = "Otherwise." }), Is.Not.EqualTo(finding));
            Assert.That(Of("a.rule", Severity.Low, Said with { Evidence = [] }), Is.Not.EqualTo(finding));
            Assert.That(Of("a.rule", Severity.Low, Said with { Fix = [] }), Is.Not.EqualTo(finding));
            Assert.That(Of("a.rule", Severity.Low, Said with { Tasks = [] }), Is.Not.EqualTo(finding));
            Assert.That(new Finding("a.rule", Severity.Low, Said) { Changes = [new FieldChange("Amount", FieldValue.Null, FieldValue.Of(2m), "a.rule")] }, Is.Not.EqualTo(finding));
        }
    }

    [Test]
    public void Weighed_otherwise_it_still_says_and_changes_the_same()
    {
        FieldChange[] changes = [new("Amount", FieldValue.Null, FieldValue.Of(2m), "a.rule")];
        var finding = new Finding("a.rule", Severity.Low, Said) { Changes = changes }.With(Severity.High);
        Assert.That((finding.Severity, finding.Message, finding.Changes), Is.EqualTo((Severity.High, Said.Message, changes)));
    }

    private static Explanation Said => new()
    {
        Message = "a.rule broken.",
        Evidence = [new Evidence("Amount", FieldValue.Of(1m), FieldValue.Of(2m))],
        Fix = [new Fix("Amount", FieldValue.Of(2m))],
        Tasks = [new TaskPart("O", "Raise it")],
    };

    private static Finding Of(string rule, Severity severity, Explanation explanation) => new(rule, severity, explanation);

    private sealed class CountingExplainer : IExplainer
    {
        public int Asked { get; private set; }

        public Explanation Explain(string rule)
        {
            Asked++;
            return Said with { Message = $"{rule} broken." };
        }
    }
}
