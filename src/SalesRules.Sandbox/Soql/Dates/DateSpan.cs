namespace SalesRules.Sandbox.Soql.Dates;

/// <summary>Whole days from <paramref name="Start"/> up to but not including <paramref name="End"/>.</summary>
internal readonly record struct DateSpan(DateOnly Start, DateOnly End);
