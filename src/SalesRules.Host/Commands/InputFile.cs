namespace SalesRules.Host.Commands;

/// <summary>The file that --input names; - is stdin.</summary>
internal static class InputFile
{
    /// <exception cref="CommandException">It cannot be read.</exception>
    public static Stream Open(string name)
    {
        if (name == "-")
            return Console.OpenStandardInput();
        try
        {
            return new FileStream(name, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan | FileOptions.Asynchronous);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw CommandException.WrongInput($"--input {name}: cannot be read: {UnreadableFile.Reason(name, problem)}.");
        }
    }
}
