namespace SalesRules.Policies.Reading.Shapes;

/// <summary>A shape with keys of its own, for the reference, whatever it is read into.</summary>
internal interface ISection
{
    IReadOnlyList<Key> Keys { get; }
}
