namespace SalesRules.Host.Commands;

/// <summary>How a command ended, for scripts (design 3.1).</summary>
internal static class ExitCode
{
    /// <summary>Done and complete.</summary>
    public const int Done = 0;

    /// <summary>Something went wrong that nobody foresaw.</summary>
    public const int Unexpected = 1;

    /// <summary>Wrong usage, configuration or policy; the message names file, line and key.</summary>
    public const int WrongInput = 2;

    /// <summary>Partial: some records were refused; they are listed.</summary>
    public const int Partial = 3;

    /// <summary>Refused for safety: another run at work on the org, a run that another node has replaced, stale or edited plan, plan of another org, schema drift, writes not enabled.</summary>
    public const int Refused = 4;
}
