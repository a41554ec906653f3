using Microsoft.AspNetCore.Http;

namespace SalesRules.Sandbox.Http;

/// <summary>A mistake in the sandbox org itself: answered as Salesforce answers its own, with the exception for whoever must mend it.</summary>
internal static class UnexpectedErrors
{
    public static async Task Answer(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !context.Response.HasStarted)
        {
            var error = new ApiError("UNKNOWN_EXCEPTION", $"An unexpected error occurred in the sandbox org: {exception}");
            await WireReply.Send(context, ApiReply.Errors(500, [error]));
        }
    }
}
