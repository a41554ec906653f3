using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace SalesRules.Sandbox.Http;

/// <summary>Clients join base URLs carelessly: doubled and trailing slashes in a path mean nothing.</summary>
internal static partial class SlashNormalization
{
    public static Task Apply(HttpContext context, RequestDelegate next)
    {
        var path = Slashes().Replace(context.Request.Path.Value ?? "", "/");
        context.Request.Path = path.Length > 1 ? path.TrimEnd('/') : path;
        return next(context);
    }

    [GeneratedRegex("/{2,}")]
    private static partial Regex Slashes();
}
