using SalesRules.Expressions;
using SalesRules.Policies;

namespace SalesRules.Tests.Expressions;

/// <summary>Expressions for tests: <c>Conditions.Of("Amount > 1000")</c>.</summary>
internal static class Conditions
{
    public static ExpressionScope Scope { get; } = Under(TestPolicy.Default);

    public static ExpressionScope Under(Policy policy) => new(policy.Fields, policy.Stages);

    /// <summary>A sound expression; one with problems fails the test with their list.</summary>
    public static Expression Of(string text) => Of(text, Scope);

    /// <inheritdoc cref="Of(string)"/>
    public static Expression Of(string text, ExpressionScope scope)
    {
        var reading = Expression.Read(text, scope);
        Assert.That(reading.Problems, Is.Empty, text);
        return reading.Expression!;
    }

    /// <summary>The problems of a text, as a person reads them.</summary>
    public static string[] Problems(string text) => [.. Expression.Read(text, Scope).Problems.Select(problem => problem.ToString())];

    /// <summary>What the expression says of the deal.</summary>
    public static bool? Says(string text, ADeal deal) => Of(text, Under(deal.Policy)).Evaluate(deal.Build());
}
