namespace SalesRules.Salesforce.Connection.Errors;

/// <summary>Words an error without customer values.</summary>
internal static class ErrorSentence
{
    /// <summary>What failed, the advice, the names, the server's words where they are safe, and the code.</summary>
    public static string For(string operation, ServerError error, ErrorRule rule, int? httpStatus) =>
        $"{operation} failed. {For(error, rule)} ({error.Code}{Status(error, httpStatus)})";

    /// <summary>The same for one row of a reply, without code and operation.</summary>
    public static string For(ServerError error, ErrorRule rule)
    {
        var sentence = rule.Advice;
        if (SchemaDrift.MissingName(error.Message) is { } missing)
            sentence += $" Missing: {missing}.";
        if (error.Fields.Count > 0)
            sentence += $" Fields: {string.Join(", ", error.Fields)}.";
        if (rule.Quotable && error.Message.Length > 0)
            sentence += $" Salesforce says: \"{error.Message.Trim()}\".";
        return sentence;
    }

    private static string Status(ServerError error, int? httpStatus) =>
        httpStatus is null || error.Code.StartsWith("HTTP_", StringComparison.Ordinal)
            ? ""
            : FormattableString.Invariant($", HTTP {httpStatus}");
}
