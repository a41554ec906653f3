namespace SalesRules.Journal.Leases;

/// <summary>A run's lease ran out, and so it may write no more, neither to the journal nor to Salesforce. The message says who took over.</summary>
public sealed class FencedOffException : JournalException
{
    public FencedOffException()
    {
    }

    public FencedOffException(string message)
        : base(message)
    {
    }

    public FencedOffException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}
