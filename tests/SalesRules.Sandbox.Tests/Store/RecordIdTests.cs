using SalesRules.Sandbox.Store;

namespace SalesRules.Sandbox.Tests.Store;

public sealed class RecordIdTests
{
    [TestCase("001D000000K0fXO", "IAZ")]
    [TestCase("0018M000001oWgP", "QAU")]
    [TestCase("001i000002C8QTI", "AA3")]
    [TestCase("012000000000000", "AAA")]
    public void The_checksum_is_salesforces(string id, string checksum)
    {
        Assert.That(RecordId.To18(id), Is.EqualTo(id + checksum));
        Assert.That(RecordId.TryParse(id, out var from15) ? from15 : null, Is.EqualTo(id + checksum));
        Assert.That(RecordId.TryParse(id + checksum, out var from18) ? from18 : null, Is.EqualTo(id + checksum));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("001D000000K0fX")]
    [TestCase("001D000000K0fXOI")]
    [TestCase("001D000000K0fXOIAY")]
    [TestCase("001d000000k0fxoiaz")]
    [TestCase("001D000000K0f-O")]
    public void Anything_else_is_no_id(string? text)
    {
        Assert.That(RecordId.TryParse(text, out _), Is.False);
    }

    [Test]
    public void Ids_of_an_object_sort_as_they_were_made()
    {
        var ids = Enumerable.Range(1, 5000).Select(number => RecordId.Create("006", number)).ToList();

        Assert.That(ids, Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
        Assert.That(ids, Is.Unique);
    }
}
