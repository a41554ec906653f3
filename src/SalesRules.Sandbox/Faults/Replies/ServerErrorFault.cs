using SalesRules.Sandbox.Faults.Scripts;

namespace SalesRules.Sandbox.Faults.Replies;

/// <summary>The server or a gateway before it fails.</summary>
public sealed record ServerErrorFault : ReplyFault
{
    /// <summary>420, 429 or 500 to 599. Default: 500.</summary>
    public int Status { get; init; } = 500;

    /// <summary>Whose words the body has. Default: Salesforce's for 500 and 503, a gateway's page for the rest.</summary>
    public ErrorBody? Body { get; init; }

    internal override FaultReply Reply() => (Body ?? UsualBody) switch
    {
        ErrorBody.Salesforce when Status == 503 => OtherReply.Error(Status, "SERVER_UNAVAILABLE", "Server too busy / under maintenance"),
        ErrorBody.Salesforce => OtherReply.Error(
            Status, "UNKNOWN_EXCEPTION",
            "An unexpected error occurred. Please include this ErrorId if you contact support: 1104215936-31044 (-1104215936)"),
        ErrorBody.Gateway => OtherReply.Page(Status, $"{Status} {Phrase}"),
        _ => OtherReply.Empty(Status),
    };

    internal override void Check(FaultProblems problems)
    {
        base.Check(problems);
        if (Status is not (420 or 429 or (>= 500 and <= 599)))
            problems.Add(nameof(Status), "must be 420, 429 or 500 to 599: refusals with other statuses are the kind apiError");
    }

    private ErrorBody UsualBody => Status is 500 or 503 ? ErrorBody.Salesforce : ErrorBody.Gateway;

    private string Phrase => Status switch
    {
        420 => "Enhance Your Calm",
        _ => Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(Status),
    };
}
