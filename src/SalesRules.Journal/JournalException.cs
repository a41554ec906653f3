namespace SalesRules.Journal;

/// <summary>The journal cannot be opened or written. The message names the file, what is wrong with it and what to do.</summary>
public class JournalException : Exception
{
    public JournalException()
    {
    }

    public JournalException(string message)
        : base(message)
    {
    }

    public JournalException(string message, Exception? inner)
        : base(message, inner)
    {
    }
}
