namespace SalesRules.Host.Health;

/// <summary>What the browser is told about every reply: run nothing, load nothing, keep nothing.</summary>
internal static class HealthPageHeaders
{
    public static Task Apply(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        // The page for feedback has the only form: a button that posts to itself.
        var forms = context.Request.Path.StartsWithSegments("/feedback") ? "'self'" : "'none'";
        headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action {forms}; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        return next(context);
    }
}
