using NUnit.Framework.Constraints;
using SalesRules.Decisions;

namespace SalesRules.Tests;

/// <summary>Constraints on what a rule says: <c>Assert.That(outcome, Says.Nothing)</c>.</summary>
internal static class Says
{
    /// <summary>The rule ran and finds nothing wrong, or does not apply.</summary>
    public static IResolveConstraint Nothing => Is.EqualTo(RuleOutcome.Clear);

    /// <summary>The rule could not run.</summary>
    public static IResolveConstraint Unknown => Is.EqualTo(RuleOutcome.NotRun);

    /// <summary>The rule made a finding.</summary>
    public static IResolveConstraint Something => Has.Property(nameof(RuleOutcome.Finding)).Not.Null;

    /// <summary>The rule made a finding of that severity.</summary>
    public static IResolveConstraint A(Severity severity) => Has.Property(nameof(RuleOutcome.Finding)).With.Property(nameof(Finding.Severity)).EqualTo(severity);
}
