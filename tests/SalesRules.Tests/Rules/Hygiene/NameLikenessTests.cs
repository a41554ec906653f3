using FsCheck;
using FsCheck.NUnit;
using SalesRules.Rules.Hygiene;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace SalesRules.Tests.Rules.Hygiene;

[Properties(QuietOnSuccess = true)]
public class NameLikenessTests
{
    [TestCase("Acme", "Acme", "1")]
    [TestCase("ACME  Inc.", "acme inc", "1")]
    [TestCase("Société Générale", "SOCIÉTÉ GÉNÉRALE", "1")]
    [TestCase("Globex Analytics", "Globex Analytics26", "0.8")]
    [TestCase("abc", "xyz", "0")]
    [TestCase("Acme", "", "0")]
    [TestCase("", "", "0")]
    [TestCase(null, null, "0")]
    [TestCase("-- !", "-- !", "0")]
    public void It_is_the_share_of_the_trigrams_in_common(string? one, string? other, string share) =>
        Assert.That(NameLikeness.Of(one, other), Is.EqualTo(decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture)));

    [Property]
    public void It_is_between_0_and_1(string? one, string? other) => Assert.That(NameLikeness.Of(one, other), Is.InRange(0m, 1m));

    [Property]
    public void It_is_the_same_in_both_directions(string? one, string? other) => Assert.That(NameLikeness.Of(one, other), Is.EqualTo(NameLikeness.Of(other, one)));

    [Property]
    public void A_name_is_like_itself(NonEmptyString name) =>
        Assert.That(NameLikeness.Of(name.Get, $" {name.Get}."), Is.EqualTo(name.Get.Any(char.IsLetterOrDigit) ? 1m : 0m));
}
