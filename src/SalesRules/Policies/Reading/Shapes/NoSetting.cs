namespace SalesRules.Policies.Reading.Shapes;

/// <summary>What somebody may look for in a section, by a word of the key, and why it is not to be set.</summary>
internal sealed record NoSetting(string Word, string Sentence);
