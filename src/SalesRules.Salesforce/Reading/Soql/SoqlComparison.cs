namespace SalesRules.Salesforce.Reading.Soql;

/// <summary>How a field is compared with a literal.</summary>
public enum SoqlComparison
{
    /// <summary><c>=</c>; texts are compared without case.</summary>
    Equal,

    /// <summary><c>!=</c>.</summary>
    NotEqual,

    /// <summary><c>&lt;</c>.</summary>
    Less,

    /// <summary><c>&lt;=</c>.</summary>
    LessOrEqual,

    /// <summary><c>&gt;</c>.</summary>
    Greater,

    /// <summary><c>&gt;=</c>.</summary>
    GreaterOrEqual,
}
