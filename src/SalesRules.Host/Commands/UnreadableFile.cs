namespace SalesRules.Host.Commands;

/// <summary>Why a file that a person named cannot be read.</summary>
internal static class UnreadableFile
{
    /// <summary>The reason, without a full stop. The system calls a folder "access denied", which sends people after permissions.</summary>
    public static string Reason(string path, Exception problem) =>
        Directory.Exists(path) ? "it is a folder; expected a file" : problem.Message.TrimEnd('.');
}
