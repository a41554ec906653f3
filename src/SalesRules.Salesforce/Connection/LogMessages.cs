using Microsoft.Extensions.Logging;
using SalesRules.Salesforce.Connection.Usage;

namespace SalesRules.Salesforce.Connection;

/// <summary>The log messages of this project, with stable ids. They name objects, codes and counts, never values of records.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(2001, LogLevel.Information, "Signed in at {LoginUrl}; the org is at {InstanceUrl}")]
    public static partial void SignedIn(this ILogger logger, Uri loginUrl, Uri instanceUrl);

    [LoggerMessage(2002, LogLevel.Debug, "The session has ended; signing in again")]
    public static partial void RefreshingSession(this ILogger logger);

    [LoggerMessage(2003, LogLevel.Warning, "{Kind} failed with {Code}; try {Attempt} is repeated in {Delay}")]
    public static partial void RetryingCall(this ILogger logger, CallKind kind, string code, int attempt, TimeSpan delay);

    [LoggerMessage(2004, LogLevel.Warning, "Half of the recent calls failed, the last with {Code}; Salesforce is left alone for {Duration}")]
    public static partial void CircuitOpened(this ILogger logger, string code, TimeSpan duration);

    [LoggerMessage(2005, LogLevel.Information, "Salesforce dropped a cursor of {SObject} after {Rows} rows; reading on after the last row")]
    public static partial void CursorDropped(this ILogger logger, string sObject, long rows);

    [LoggerMessage(2006, LogLevel.Information, "{Rows} rows of {SObject} were locked; trying them again in batches of {BatchSize}, round {Round}")]
    public static partial void RetryingLockedRows(this ILogger logger, int rows, string sObject, int batchSize, int round);

    [LoggerMessage(2007, LogLevel.Warning, "It is unclear what became of {Rows} rows of {SObject}: {Code}")]
    public static partial void OutcomeUnclear(this ILogger logger, int rows, string sObject, string code);

    [LoggerMessage(2008, LogLevel.Warning, "Locked rows of {SObject} were not tried again, because reading them failed with {Code}")]
    public static partial void LockRetryEnded(this ILogger logger, string sObject, string code);
}
