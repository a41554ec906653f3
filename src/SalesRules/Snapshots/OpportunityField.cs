using System.Reflection;
using System.Text.Json;

namespace SalesRules.Snapshots;

/// <summary>One field of the catalogue: its name and type in Salesforce and its place in <see cref="Opportunity"/>.</summary>
public abstract class OpportunityField
{
    private protected OpportunityField(PropertyInfo property, FieldAttribute attribute, int place)
    {
        Place = place;
        PropertyName = property.Name;
        ApiName = attribute.ApiName;
        Type = attribute.Type;
        Access = attribute.Access;
        Always = attribute.Always;
        IsMapped = attribute.IsMapped;
        Least = attribute.Least;
        Most = attribute.Most;
        Label = attribute.Label ?? attribute.ApiName.Replace("__c", "", StringComparison.Ordinal).Replace('_', ' ');
    }

    /// <summary>Its place in the catalogue, from 0: for tables of fields.</summary>
    public int Place { get; }

    /// <summary>The name in the catalogue, such as MIQL_Outcome__c or Owner.Email.</summary>
    public string ApiName { get; }

    public SalesforceFieldType Type { get; }

    public FieldAccess Access { get; }

    /// <summary>Whether it is absent until the policy maps a field of the organisation to it.</summary>
    public bool IsMapped { get; }

    /// <summary>The least number that means something in the field; the least of all where any does.</summary>
    public int Least { get; }

    /// <summary>The greatest number that means something in the field; the greatest of all where any does.</summary>
    public int Most { get; }

    /// <summary>False for a field that some orgs lack and that is read only where describe shows it.</summary>
    public bool Always { get; }

    /// <summary>The label by which a report export names the column.</summary>
    public string Label { get; }

    /// <summary>The property of <see cref="Opportunity"/>.</summary>
    public string PropertyName { get; }

    public bool IsCustom => ApiName.EndsWith("__c", StringComparison.Ordinal);

    /// <summary>What stands in the field.</summary>
    public abstract FieldValue ValueOf(Opportunity opportunity);

    /// <summary>Whether nothing stands in the field; a text of blanks is nothing.</summary>
    public abstract bool IsEmpty(Opportunity opportunity);

    /// <summary>Whether not every number means something in the field.</summary>
    public bool HasRange => Least != int.MinValue || Most != int.MaxValue;

    /// <summary>Whether a number stands in the field that means nothing there.</summary>
    public bool IsOutOfRange(Opportunity opportunity) => ValueOf(opportunity).AsNumber is { } number && (number < Least || number > Most);

    /// <summary>The text of a text field; null for an empty one and for any other type.</summary>
    public abstract string? TextOf(Opportunity opportunity);

    /// <summary>Fills the field of a record that is still being read.</summary>
    /// <exception cref="SnapshotFormatException">The value is not of the field's type.</exception>
    internal abstract void ReadJson(ref Utf8JsonReader reader, Opportunity target);

    /// <inheritdoc cref="ReadJson"/>
    internal abstract void ReadText(string text, Opportunity target);

    internal static OpportunityField Of(PropertyInfo property, int place) =>
        (OpportunityField)Activator.CreateInstance(
            typeof(Typed<>).MakeGenericType(property.PropertyType), property, property.GetCustomAttribute<FieldAttribute>(), place)!;

    private sealed class Typed<T>(PropertyInfo property, FieldAttribute attribute, int place) : OpportunityField(property, attribute, place)
    {
        private readonly FieldCodec<T> codec = FieldCodecs.For<T>();
        private readonly Func<Opportunity, T> get = property.GetMethod!.CreateDelegate<Func<Opportunity, T>>();

        // An init accessor is an ordinary setter to reflection: only the readers, which make the record, hold this delegate.
        private readonly Action<Opportunity, T> set = property.SetMethod!.CreateDelegate<Action<Opportunity, T>>();

        public override FieldValue ValueOf(Opportunity opportunity) => codec.Wrap(get(opportunity));

        public override bool IsEmpty(Opportunity opportunity) => get(opportunity) switch
        {
            null => true,
            string text => string.IsNullOrWhiteSpace(text),
            PillarScore score => score.Raw.IsNull,
            _ => false,
        };

        public override string? TextOf(Opportunity opportunity) => get(opportunity) as string;

        internal override void ReadJson(ref Utf8JsonReader reader, Opportunity target)
        {
            try
            {
                set(target, codec.FromJson(ref reader));
            }
            catch (SnapshotFormatException problem)
            {
                throw problem.In(ApiName);
            }
        }

        internal override void ReadText(string text, Opportunity target)
        {
            try
            {
                set(target, codec.FromText(text));
            }
            catch (SnapshotFormatException problem)
            {
                throw problem.In(ApiName);
            }
        }
    }
}
