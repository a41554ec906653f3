using System.Security.Cryptography;
using System.Text;
using SalesRules.Policies.Reading;
using SalesRules.Policies.Reading.Sections;
using SalesRules.Policies.Reading.Yaml;

namespace SalesRules.Policies;

/// <summary>Turns the text of policy.yaml into a <see cref="Policy"/>, or into everything that is wrong with it. Reads no file itself.</summary>
public static class PolicyFile
{
    /// <summary>A longer text is refused unread: 1,000,000 characters are some 20,000 lines.</summary>
    public const int LongestText = 1_000_000;

    /// <summary>Reads the whole text and reports all problems at once. Never throws for what the text says.</summary>
    /// <param name="text">The content of the file.</param>
    /// <param name="fileName">How problems name the file.</param>
    public static PolicyReading Parse(string text, string fileName)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fileName);
        var normalised = Normalised(text);
        var problems = new ProblemList(fileName);
        var policy = Read(normalised, problems);
        return policy is null || problems.Count > 0
            ? PolicyReading.Of(problems.InFileOrder())
            : PolicyReading.Of(policy with { Hash = HashOfNormalised(normalised) });
    }

    /// <summary>"sha256:" and 64 hex digits over the text in UTF-8 with line ends as LF and without a byte order mark.</summary>
    public static string HashOf(string text) => HashOfNormalised(Normalised(text));

    private static Policy? Read(string text, ProblemList problems)
    {
        if (text.Length > LongestText)
        {
            problems.Add(1, 1, "", FormattableString.Invariant($"the file has {text.Length:N0} characters; a policy has at most {LongestText:N0}"));
            return null;
        }

        try
        {
            if (NodeReader.Read(text) is { } root)
                return new PolicySection().TryRead(new Value(root, "", problems, NamesInFile.Of(root)), out var policy) ? policy : null;
            problems.Add(1, 1, "", "the file is empty; a policy needs at least its stages");
        }
        catch (UnreadableYamlException unreadable)
        {
            problems.Add(unreadable.Line, unreadable.Column, "", unreadable.Message);
        }

        return null;
    }

    /// <summary>The text that places and hash go by: line ends as LF, no byte order mark.</summary>
    internal static string Normalised(string text) =>
        text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    private static string HashOfNormalised(string text) =>
        $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
