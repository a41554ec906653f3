using SalesRules.Expressions;

namespace SalesRules.Policies.Reading;

/// <summary>
/// What a policy file gives names to that stand elsewhere in it: known before its sections are read, so that a wrong name is told in the
/// same breath as all other problems, whatever the order of the sections.
/// </summary>
/// <param name="CustomRules">The ids of the file's own rules.</param>
/// <param name="Segments">The segments that its deals may be in; null while the section that says so cannot be read.</param>
/// <param name="Scope">What names in expressions mean; null while the sections that say so cannot be read: then names are not looked at.</param>
internal sealed record FileNames(IReadOnlyList<string> CustomRules, IReadOnlyList<string>? Segments, ExpressionScope? Scope)
{
    public static FileNames None { get; } = new([], null, null);
}
