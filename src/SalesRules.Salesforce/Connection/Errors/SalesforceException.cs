namespace SalesRules.Salesforce.Connection.Errors;

/// <summary>
/// Salesforce said no, or could not be talked to. The message is for the person who must act: what failed, why, what to do.
/// It never holds customer values; <see cref="ServerText"/> may.
/// </summary>
public sealed class SalesforceException : Exception
{
    internal SalesforceException(string operation, ServerError error, int? httpStatus, Exception? inner = null)
        : this(operation, error, ErrorTable.Find(error.Code, error.Message, httpStatus), httpStatus, inner)
    {
    }

    private SalesforceException(string operation, ServerError error, ErrorRule rule, int? httpStatus, Exception? inner)
        : base(ErrorSentence.For(operation, error, rule, httpStatus), inner)
    {
        Operation = operation;
        ErrorCode = error.Code;
        HttpStatus = httpStatus;
        Verdict = rule.Verdict;
        Fields = error.Fields;
        ServerText = error.Message.Length == 0 ? null : error.Message;
        MaxRetries = rule.MaxRetries;
    }

    /// <summary>What was tried, such as "Query of Opportunity".</summary>
    public string Operation { get; }

    /// <summary>Salesforce's error code, or one of <see cref="LocalErrorCodes"/>.</summary>
    public string ErrorCode { get; }

    /// <summary>The reply's status; null when there was none.</summary>
    public int? HttpStatus { get; }

    /// <summary>What to do about it.</summary>
    public Verdict Verdict { get; }

    /// <summary>The same call may succeed later without anyone repairing something.</summary>
    public bool IsTransient => Verdict is Verdict.Retry or Verdict.Wait;

    /// <summary>A field or object that the call names is gone or hidden from our user: the schema has changed since it was described.</summary>
    public bool IsSchemaDrift => ErrorCode is "INVALID_FIELD" or "INVALID_TYPE";

    /// <summary>API names of the fields concerned; may be empty.</summary>
    public IReadOnlyList<string> Fields { get; }

    /// <summary>The server's own words; they can quote field values of a record, so they are not for logs. Null when there were none.</summary>
    public string? ServerText { get; }

    /// <summary>How long the server asks to wait; null when it did not say.</summary>
    public TimeSpan? RetryAfter { get; internal init; }

    /// <summary>
    /// False only when it is certain that Salesforce carried nothing out: it refused with an error of its own, or was never
    /// reached. True for a write means: read back what became of it.
    /// </summary>
    public bool MayHaveBeenCarriedOut { get; internal init; }

    /// <summary>The most repeats that make sense; null leaves it to the options.</summary>
    internal int? MaxRetries { get; }
}
