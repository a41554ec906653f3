using FsCheck;
using FsCheck.Fluent;
using SalesRules.Sandbox.Soql.Filtering;

namespace SalesRules.Sandbox.Tests.Soql.Filtering;

/// <summary>The laws of three-valued logic.</summary>
public sealed class TruthTests
{
    private static readonly Arbitrary<Truth> Truths = Gen.Elements(Truth.False, Truth.Unknown, Truth.True).ToArbitrary();

    [Test]
    public void Negation_undoes_itself() => Prop.ForAll(Truths, truth => truth.Negate().Negate() == truth).QuickCheckThrowOnFailure();

    [Test]
    public void De_Morgan_holds() => Prop.ForAll(Truths, Truths, (left, right) =>
        And(left, right).Negate() == Or(left.Negate(), right.Negate())
        && Or(left, right).Negate() == And(left.Negate(), right.Negate())).QuickCheckThrowOnFailure();

    [Test]
    public void Unknown_stays_unknown_unless_the_other_side_decides() => Assert.Multiple(() =>
    {
        Assert.That(And(Truth.Unknown, Truth.True), Is.EqualTo(Truth.Unknown));
        Assert.That(And(Truth.Unknown, Truth.False), Is.EqualTo(Truth.False));
        Assert.That(Or(Truth.Unknown, Truth.True), Is.EqualTo(Truth.True));
        Assert.That(Or(Truth.Unknown, Truth.False), Is.EqualTo(Truth.Unknown));
        Assert.That(Truth.Unknown.Negate(), Is.EqualTo(Truth.Unknown));
    });

    private static Truth And(Truth left, Truth right) => new AndFilter<int>([new Constant(left), new Constant(right)]).Test(0);

    private static Truth Or(Truth left, Truth right) => new OrFilter<int>([new Constant(left), new Constant(right)]).Test(0);

    private sealed class Constant(Truth truth) : Filter<int>
    {
        public override Truth Test(int row) => truth;
    }
}
