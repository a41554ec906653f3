namespace SalesRules.Policies.Reading.Shapes;

/// <summary>A list of any kind of item, for the reference.</summary>
internal interface IListShape
{
    Shape Item { get; }
}
