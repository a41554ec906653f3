namespace SalesRules.Host.Evaluation;

/// <summary>One record of a CSV text, cut but not parsed.</summary>
/// <param name="Line">The line, from 1, on which it begins.</param>
/// <param name="Text">The record without its line end.</param>
/// <param name="IsBroken">Whether a quote of it is never closed.</param>
/// <param name="IsAfterBlank">Whether a blank line stands before it.</param>
internal readonly record struct CsvRecord(long Line, string Text, bool IsBroken, bool IsAfterBlank);
