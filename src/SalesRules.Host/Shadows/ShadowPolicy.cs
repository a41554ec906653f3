using SalesRules.Host.Commands;
using SalesRules.Host.Configuration;
using SalesRules.Policies;
using SalesRules.Shadows;

namespace SalesRules.Host.Shadows;

/// <summary>
/// The candidate policy of Policy:Shadow. One that cannot be read is said so, at the start and by every run; the live policy goes on.
/// </summary>
/// <param name="Path">Null: the settings name none.</param>
/// <param name="Policy">Null: it cannot be read.</param>
/// <param name="Problem">Why it cannot be read.</param>
internal sealed record ShadowPolicy(string? Path, Policy? Policy, string? Text, string? Problem)
{
    public static ShadowPolicy None { get; } = new(null, null, null, null);

    /// <summary>Reads it and says which one it is.</summary>
    public static ShadowPolicy Load(IConfiguration settings)
    {
        if (settings.Section<PolicyOptions>(PolicyOptions.Section).Shadow is not { Length: > 0 } file)
            return None;
        var path = System.IO.Path.GetFullPath(file);
        try
        {
            var text = PolicySource.ReadText(path);
            var policy = PolicySource.Parse(text, path);
            Console.Error.WriteLine($"Shadow policy: {path} ({policy.Hash[..19]}): decides beside the live one, and writes nothing.");
            return new ShadowPolicy(path, policy, text, null);
        }
        catch (CommandException problem)
        {
            Console.Error.WriteLine($"! SHADOW POLICY NOT USED (Policy:Shadow): {problem.Message}");
            return new ShadowPolicy(path, null, null, problem.Message);
        }
    }

    /// <summary>The shadow of a run that begins now; null: there is none.</summary>
    /// <param name="live">The live policy as it is carried out in the org.</param>
    public ShadowRun? Begin(Policy live) => Path is null ? null : new ShadowRun(Path, Policy, live, Problem);
}
