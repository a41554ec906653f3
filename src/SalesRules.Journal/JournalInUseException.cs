namespace SalesRules.Journal;

/// <summary>Another process writes to this journal. The message says which, since when, and what to do.</summary>
public sealed class JournalInUseException : JournalException
{
    public JournalInUseException()
    {
    }

    public JournalInUseException(string message)
        : base(message)
    {
    }

    public JournalInUseException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}
