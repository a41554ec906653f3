using System.CommandLine;
using SalesRules.Host.Commands;
using SalesRules.Policies;

namespace SalesRules.Host.Configuration;

/// <summary>Finds, reads and checks the policy file, and says which one it is.</summary>
internal static class PolicySource
{
    /// <summary>The policy of --policy, else of Policy:File, else the one beside the executable; never the current folder's.</summary>
    /// <exception cref="CommandException">There is none, or it has errors: all of them, with line and column.</exception>
    public static (Policy Policy, string Text) Load(ParseResult parse, IConfiguration settings)
    {
        var path = PathOf(parse, settings);
        var text = ReadText(path);
        var policy = Parse(text, path);
        Console.Error.WriteLine($"Policy: {path} ({policy.Hash[..19]})");
        return (policy, text);
    }

    /// <summary>Which file <see cref="Load"/> reads.</summary>
    public static string PathOf(ParseResult parse, IConfiguration settings) => Path.GetFullPath(
        parse.GetValue(GlobalOptions.Policy)?.FullName ?? LivePathOf(settings));

    /// <summary>The policy that the worker decides by, whatever --policy says.</summary>
    public static string LivePathOf(IConfiguration settings) => Path.GetFullPath(
        settings.Section<PolicyOptions>(PolicyOptions.Section).File ?? Path.Combine(AppContext.BaseDirectory, "policy.yaml"));

    /// <exception cref="CommandException">As <see cref="Load"/>.</exception>
    public static Policy Parse(string text, string path)
    {
        var reading = PolicyFile.Parse(text, Path.GetFileName(path));
        return reading.Policy ?? throw CommandException.WrongInput(
            $"The policy {path} has {reading.Problems.Count} error(s):{Environment.NewLine}{string.Join(Environment.NewLine, reading.Problems)}");
    }

    /// <exception cref="CommandException">The file cannot be read.</exception>
    public static string ReadText(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw CommandException.WrongInput($"The policy {path} cannot be read: {UnreadableFile.Reason(path, problem)}.");
        }
    }
}
