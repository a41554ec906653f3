using System.Collections.Concurrent;
using System.Web;
using SalesRules.Notifications.Feedback;

namespace SalesRules.Notifications.Tests.Feedback;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class SignedLinksTests
{
    private static readonly byte[] Secret = [.. Enumerable.Range(0, 32).Select(n => (byte)n)];
    private static readonly byte[] Other = [.. Enumerable.Range(100, 32).Select(n => (byte)n)];
    private static readonly Uri Page = new("https://rules.example/feedback");

    private readonly FakeClock clock = new();

    private FeedbackClaim Useful => new("ana", "alert-1", FeedbackAnswer.Useful, clock.Now.AddDays(30));

    [Test]
    public void A_link_says_who_answers_what_to_which_alert() =>
        Assert.That(Links(Secret).Read(Token(Useful)), Is.EqualTo(new FeedbackReading.Valid(Useful)));

    [Test]
    public void The_same_answer_gives_the_same_link()
    {
        var (first, again) = (Links(Secret).LinkFor(Useful), Links(Secret).LinkFor(Useful));

        Assert.That(again, Is.EqualTo(first));
    }

    [TestCase(-1, true)]
    [TestCase(0, false)]
    public void A_link_counts_until_its_expiry(int seconds, bool isValid)
    {
        var token = Token(Useful);
        clock.Now = clock.Now.AddDays(30).AddSeconds(seconds);

        Assert.That(Links(Secret).Read(token), isValid ? Is.InstanceOf<FeedbackReading.Valid>() : Is.InstanceOf<FeedbackReading.Expired>());
    }

    [Test]
    public void Any_change_of_a_token_is_forged()
    {
        var token = Token(Useful);

        for (var place = 0; place < token.Length; place++)
        {
            var changed = token[..place] + (token[place] == 'A' ? 'B' : 'A') + token[(place + 1)..];
            Assert.That(Links(Secret).Read(changed), Is.InstanceOf<FeedbackReading.Forged>(), $"at {place}");
        }
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase(".")]
    [TestCase("a.b.c")]
    [TestCase("e30.e30")]
    public void What_is_no_token_is_forged(string? token) => Assert.That(Links(Secret).Read(token), Is.InstanceOf<FeedbackReading.Forged>());

    [FsCheck.NUnit.Property]
    public bool Nothing_that_anybody_makes_up_is_valid(string token) => Links(Secret).Read(token) is FeedbackReading.Forged;

    [Test]
    public void An_older_secret_is_still_read_and_a_strange_one_never()
    {
        Assert.That(Links(Other, Secret).Read(Token(Useful)), Is.InstanceOf<FeedbackReading.Valid>());
        Assert.That(Links(Other).Read(Token(Useful)), Is.InstanceOf<FeedbackReading.Forged>());
    }

    [TestCase(32, true)]
    [TestCase(31, false)]
    public void A_secret_has_32_bytes_or_more(int length, bool isTaken) =>
        Assert.That(() => new SignedLinks(Page, clock, new byte[length]), isTaken ? Throws.Nothing : Throws.ArgumentException);

    [Test]
    public async Task A_link_is_used_once_and_with_it_the_other_answer()
    {
        var used = new Answers();

        Assert.That(await Links(Secret).UseAsync(Token(Useful), used, CancellationToken.None), Is.InstanceOf<FeedbackReading.Valid>());
        Assert.That(await Links(Secret).UseAsync(Token(Useful), used, CancellationToken.None), Is.InstanceOf<FeedbackReading.Used>());
        Assert.That(await Links(Secret).UseAsync(Token(Useful with { Answer = FeedbackAnswer.NotUseful }), used, CancellationToken.None), Is.InstanceOf<FeedbackReading.Used>());
    }

    [Test]
    public async Task Other_people_and_other_alerts_have_links_of_their_own()
    {
        var used = new Answers();
        await Links(Secret).UseAsync(Token(Useful), used, CancellationToken.None);

        Assert.That(await Links(Secret).UseAsync(Token(Useful with { Who = "ben" }), used, CancellationToken.None), Is.InstanceOf<FeedbackReading.Valid>());
        Assert.That(await Links(Secret).UseAsync(Token(Useful with { Alert = "alert-2" }), used, CancellationToken.None), Is.InstanceOf<FeedbackReading.Valid>());
    }

    [Test]
    public async Task Looking_at_a_link_does_not_use_it_and_a_forged_one_uses_nothing()
    {
        var used = new Answers();

        Links(Secret).Read(Token(Useful));
        await Links(Other).UseAsync(Token(Useful), used, CancellationToken.None);

        Assert.That(used.Given, Is.Empty);
    }

    private string Token(FeedbackClaim claim) => HttpUtility.ParseQueryString(Links(Secret).LinkFor(claim).Query)["t"]!;

    private SignedLinks Links(params byte[][] secrets) => new(Page, clock, secrets);

    private sealed class Answers : IAnswerBook
    {
        public ConcurrentDictionary<(string, string), FeedbackAnswer> Given { get; } = new();

        public Task<bool> TryAnswerAsync(FeedbackClaim claim, CancellationToken cancellationToken) => Task.FromResult(Given.TryAdd((claim.Who, claim.Alert), claim.Answer));
    }
}
