namespace SalesRules.Journal.Tests.Answers;

[OnEachDatabase]
public sealed class AnswerTests(DatabaseKind database)
{
    private JournalBench bench = null!;

    [SetUp]
    public async Task OpenAsync() => bench = await JournalBench.OpenAsync(database);

    [TearDown]
    public async Task CloseAsync() => await bench.DisposeAsync();

    [Test]
    public async Task The_first_answer_of_a_person_to_an_alert_counts()
    {
        Assert.That(await bench.Journal.HasAnsweredAsync(JournalBench.Org, "a", "ana"), Is.False);
        Assert.That(await AnswerAsync("a", "ana", isUseful: true), Is.True);
        Assert.That(await AnswerAsync("a", "ana", isUseful: false), Is.False);
        Assert.That(await AnswerAsync("a", "ben", isUseful: false), Is.True);
        Assert.That(await AnswerAsync("b", "ana", isUseful: false), Is.True);

        var answers = await bench.Journal.AnswersAsync(JournalBench.Org);
        Assert.That(answers.Select(answer => (answer.AlertKey, answer.Recipient, answer.IsUseful)), Is.EquivalentTo(new[] { ("a", "ana", true), ("a", "ben", false), ("b", "ana", false) }));
        Assert.That(await bench.Journal.HasAnsweredAsync(JournalBench.Org, "a", "ana"), Is.True);
    }

    [Test]
    public async Task An_answer_comes_with_its_alert_where_the_journal_knows_it()
    {
        await bench.Database.AskAsync(
            $$"""insert into alerts (org_id, alert_key, kind, content, raised_at) values ('{{JournalBench.Org}}', 'a', 'deal_closed', '{"rules":[]}', '2026-03-02T08:00:00.000Z')""");
        await AnswerAsync("a", "ana", isUseful: true);
        await AnswerAsync("lost", "ana", isUseful: true);

        var answers = await bench.Journal.AnswersAsync(JournalBench.Org);
        Assert.That(answers.Select(answer => answer.Alert), Is.EqualTo(new[] { """{"rules":[]}""", null }));
        Assert.That(answers[0].AnsweredAt, Is.EqualTo(bench.Clock.Now));
    }

    private Task<bool> AnswerAsync(string alert, string recipient, bool isUseful) => bench.Journal.TryAnswerAsync(JournalBench.Org, alert, recipient, isUseful);
}
