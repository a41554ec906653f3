namespace SalesRules.Expressions.Compilation;

/// <summary>The types of the language.</summary>
internal enum ValueKind
{
    Number,
    Text,
    TrueFalse,
    Date,

    /// <summary>An instant. Beside a date it counts as its day in the policy's time zone.</summary>
    DateTime,

    /// <summary>Whole days.</summary>
    Days,

    /// <summary>The id of a record.</summary>
    Id,
}

/// <summary>How problems name the types.</summary>
internal static class ValueKinds
{
    public static string Words(this ValueKind kind) => kind switch
    {
        ValueKind.Number => "a number",
        ValueKind.Text => "a text",
        ValueKind.TrueFalse => "true or false",
        ValueKind.Date => "a date",
        ValueKind.DateTime => "a date and time",
        ValueKind.Days => "a number of days",
        _ => "an id",
    };
}
