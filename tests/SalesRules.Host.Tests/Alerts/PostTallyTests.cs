using SalesRules.Host.Alerts;

namespace SalesRules.Host.Tests.Alerts;

internal sealed class PostTallyTests
{
    [TestCase(0, 0, 1, "0 messages delivered, 0 tries failed for now, 1 message given up")]
    [TestCase(1, 1, 0, "1 message delivered, 1 try failed for now, 0 messages given up")]
    [TestCase(1200, 2, 2, "1,200 messages delivered, 2 tries failed for now, 2 messages given up")]
    public void One_is_said_otherwise_than_many(int delivered, int failed, int givenUp, string sentence) =>
        Assert.That(new PostTally(delivered, failed, givenUp).ToString(), Is.EqualTo(sentence));
}
