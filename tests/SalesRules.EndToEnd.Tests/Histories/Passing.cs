namespace SalesRules.EndToEnd.Tests.Histories;

/// <summary>How much time can pass at once: on both sides of a minute, of the overlap, of a day.</summary>
internal static class Passing
{
    private static readonly TimeSpan[] Spans =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(61), TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(599),
        TimeSpan.FromSeconds(601), TimeSpan.FromMinutes(25), TimeSpan.FromHours(3), TimeSpan.FromHours(11), TimeSpan.FromHours(25),
    ];

    public static int Choices => Spans.Length;

    public static TimeSpan Of(int choice) => Spans[choice % Spans.Length];
}
