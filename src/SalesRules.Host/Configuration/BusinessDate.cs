using SalesRules.Policies;

namespace SalesRules.Host.Configuration;

/// <summary>Today, in the policy's business time zone (catalogue section 1).</summary>
internal static class BusinessDate
{
    public static DateOnly Today(TimeProvider time, Policy policy) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(time.GetUtcNow(), policy.TimeZone).DateTime);
}
