namespace SalesRules.Salesforce.Connection.Errors;

/// <summary>One line of the error table.</summary>
/// <param name="Code">Salesforce's error code, or one of ours from <see cref="LocalErrorCodes"/>.</param>
/// <param name="Verdict">What to do.</param>
/// <param name="Advice">A sentence for the person who must act.</param>
internal sealed record ErrorRule(string Code, Verdict Verdict, string Advice)
{
    /// <summary>The line holds only for server texts that contain this; null is any text.</summary>
    public string? When { get; init; }

    /// <summary>The server's text cannot hold customer values, so it may be shown and logged.</summary>
    public bool Quotable { get; init; }

    /// <summary>The most repeats that make sense; null leaves it to the options.</summary>
    public int? MaxRetries { get; init; }
}
