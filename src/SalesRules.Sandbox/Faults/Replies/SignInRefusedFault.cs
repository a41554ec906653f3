using System.Text.Json;
using SalesRules.Sandbox.Faults.Scripts;

namespace SalesRules.Sandbox.Faults.Replies;

/// <summary>The token endpoint refuses: 400 with an OAuth error. Unless aimed elsewhere it strikes sign-ins only.</summary>
public sealed record SignInRefusedFault : ReplyFault
{
    public SignInRefusedFault() => Where = new FaultTarget { Operation = FaultOperation.Token };

    /// <summary>Default: <c>invalid_grant</c>.</summary>
    public string Error { get; init; } = "invalid_grant";

    /// <summary>Default: <c>user hasn't approved this consumer</c>.</summary>
    public string Description { get; init; } = "user hasn't approved this consumer";

    internal override FaultReply Reply() => OtherReply.Json(
        400, JsonSerializer.Serialize(new Dictionary<string, string> { ["error"] = Error, ["error_description"] = Description }, FaultJson.Options));

    internal override void Check(FaultProblems problems)
    {
        base.Check(problems);
        problems.Require(nameof(Error), Error);
    }
}
