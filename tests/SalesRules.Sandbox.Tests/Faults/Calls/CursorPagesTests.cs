using SalesRules.Sandbox.Faults.Calls;

namespace SalesRules.Sandbox.Tests.Faults.Calls;

public sealed class CursorPagesTests
{
    private readonly CursorPages pages = new();

    [Test]
    public void Pages_are_counted_for_each_cursor_whatever_their_size_and_however_often_they_are_asked_for()
    {
        string[] asked = ["a-2000", "a-3750", "b-200", "a-3750", "a-2000", "a-5750"];

        Assert.That(asked.Select(pages.PageOf), Is.EqualTo(new int?[] { 2, 3, 2, 3, 2, 4 }));
    }

    [TestCase("a")]
    [TestCase("a-x")]
    [TestCase("")]
    public void What_is_no_locator_has_no_page(string text)
    {
        Assert.That(pages.PageOf(text), Is.Null);
    }
}
