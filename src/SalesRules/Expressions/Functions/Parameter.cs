namespace SalesRules.Expressions.Functions;

/// <summary>What a function takes in one place.</summary>
internal enum ParameterKind
{
    /// <summary>A date, or a date and time.</summary>
    Day,
    Text,

    /// <summary>A text that is written out, so that the work is bounded.</summary>
    ConstantText,

    /// <summary>A stage type that is written out: 'pov'.</summary>
    StageType,

    /// <summary>A value of any type, the same for all of the function's parameters of this kind.</summary>
    Any,
}

/// <param name="Name">How problems and the documentation name it.</param>
internal sealed record Parameter(string Name, ParameterKind Kind)
{
    /// <summary>What is expected in its place.</summary>
    public string Expected => Kind switch
    {
        ParameterKind.Day => "a date",
        ParameterKind.Text => "a text",
        ParameterKind.ConstantText => "a 'text' that is written out",
        ParameterKind.StageType => "a stage type such as 'pov'",
        _ => "a value",
    };
}
