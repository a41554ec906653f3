using System.Diagnostics;

namespace SalesRules.KillPoints;

/// <summary>
/// Numbers the points of a run at which its process waits for somebody else, as its own telemetry shows them: each start and end
/// of a journal transaction and of an HTTP call, and each start of a commit. At the given number it kills its process with SIGKILL, from
/// within and at once, so that nothing behind the point is carried out.
/// </summary>
internal sealed class PointListener(KillPointSettings settings)
{
    private static readonly HashSet<string> Sources = ["SalesRules.Journal", "System.Net.Http"];

    private readonly Lock gate = new();
    private int number;

    public void Listen()
    {
        File.Delete(settings.TraceFile);
        ActivitySource.AddActivityListener(new ActivityListener
        {
            ShouldListenTo = source => Sources.Contains(source.Name),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
            ActivityStarted = activity => Pass($"before {activity.OperationName}"),
            ActivityStopped = activity =>
            {
                // The end of a commit is that of its transaction: nothing lies between the two.
                if (activity.OperationName != "journal.commit")
                    Pass($"after {activity.OperationName}");
            },
        });
    }

    private void Pass(string point)
    {
        lock (gate)
        {
            File.AppendAllText(settings.TraceFile, point + Environment.NewLine);
            if (++number == settings.KillAt)
                Process.GetCurrentProcess().Kill();
        }
    }
}
