using SalesRules.Host.Runs;
using SalesRules.Journal;
using SalesRules.Journal.Leases;
using SalesRules.Rebuilds;
using SalesRules.Salesforce.Connection.Errors;
using SalesRules.Snapshots;

namespace SalesRules.Host.Commands;

/// <summary>Which exit code a failure has that a person can do something about (design 3.1).</summary>
internal static class Failures
{
    /// <summary>The code; null for a failure that nobody foresaw.</summary>
    public static int? ExitCodeOf(Exception problem) => problem switch
    {
        CommandException command => command.ExitCode,
        MissingFieldsException => ExitCode.Refused,
        LeaseHeldException or FencedOffException => ExitCode.Refused,
        JournalException => ExitCode.WrongInput,
        UnreadableSourceException => ExitCode.Unexpected,
        SnapshotFormatException => ExitCode.Partial,
        SalesforceException salesforce => Of(salesforce),
        OperationCanceledException => ExitCode.Partial,
        IOException or UnauthorizedAccessException => ExitCode.Unexpected,
        _ => null,
    };

    // Salesforce down or failing is nobody's wrong input; a refused sign-in or query is; a spent daily limit is the org's safety.
    private static int Of(SalesforceException problem) => problem.Verdict switch
    {
        _ when problem.IsSchemaDrift => ExitCode.Refused,
        Verdict.Wait => ExitCode.Refused,
        Verdict.Retry => ExitCode.Unexpected,
        _ => ExitCode.WrongInput,
    };
}
