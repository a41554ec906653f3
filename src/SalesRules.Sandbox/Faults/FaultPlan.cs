using SalesRules.Sandbox.Faults.Calls;
using SalesRules.Sandbox.Faults.Rows;
using SalesRules.Sandbox.Faults.Scripts;

namespace SalesRules.Sandbox.Faults;

/// <summary>
/// The faults of an org: added one by one or by script, listed with how often each has struck, stopped. The same seed, faults and
/// sequence of calls strike the same way; calls that run at the same time have no sequence.
/// </summary>
public sealed class FaultPlan
{
    private const int StrikesKept = 1000;

    private readonly FaultReach reach;
    private readonly SaveFaults saves;
    private readonly Lock gate = new();
    private readonly List<ArmedFault> armed = [];
    private readonly Queue<FaultStrike> strikes = new();
    private readonly AsyncLocal<SandboxCall?> currentCall = new();
    private int lastNumber;

    internal FaultPlan(FaultReach reach)
    {
        this.reach = reach;
        saves = new SaveFaults(this, reach);
    }

    /// <summary>What faults added from now on leave to chance depends on this and their ids.</summary>
    public int Seed { get; set; } = new FaultScript().Seed;

    /// <summary>The last thousand strikes, the oldest first; they outlive the faults.</summary>
    public IReadOnlyList<FaultStrike> Strikes
    {
        get
        {
            lock (gate)
                return [.. strikes];
        }
    }

    /// <summary>There are faults; without any, calls and saves pass by the plan.</summary>
    internal bool IsArmed { get; private set; }

    /// <summary>The call that is being served, as far as its own flow of control reaches.</summary>
    internal SandboxCall? CurrentCall
    {
        get => currentCall.Value;
        set => currentCall.Value = value;
    }

    /// <summary>Adds a fault and returns its id.</summary>
    /// <exception cref="FaultScriptException">The fault is wrong; the exception names every problem.</exception>
    public string Add(Fault fault) => Add(new FaultScript { Seed = Seed, Faults = [fault] })[0];

    /// <summary>Adds the faults of a script and returns their ids.</summary>
    /// <exception cref="FaultScriptException">Some are wrong; the exception names every problem, and nothing has changed.</exception>
    public IReadOnlyList<string> Add(FaultScript script)
    {
        var problems = new FaultProblems(reach.Org);
        Check(script, [.. Enumerable.Range(0, script.Faults.Count)], problems);
        problems.ThrowIfAny();
        return Arm(script);
    }

    /// <summary>Adds the faults of a script in JSON, as <c>POST /sandbox/faults</c> does, and returns their ids.</summary>
    /// <exception cref="FaultScriptException">The script is wrong; the exception names every problem, and nothing has changed.</exception>
    public IReadOnlyList<string> Load(string json)
    {
        var problems = new FaultProblems(reach.Org);
        var reader = new FaultScriptReader(problems);
        var script = reader.Read(json);
        Check(script, reader.Places, problems);
        problems.ThrowIfAny();
        return Arm(script);
    }

    /// <summary>Every fault that has not been stopped, in the order in which they were added.</summary>
    public IReadOnlyList<FaultReport> List()
    {
        lock (gate)
            return [.. armed.Select(fault => fault.ReportAt(Now))];
    }

    /// <summary>How one fault stands; null when there is none of this id.</summary>
    public FaultReport? Find(string id) => List().FirstOrDefault(report => report.Id == id);

    /// <summary>
    /// Stops one fault and takes back what it holds, such as a clock's skew; edits, deletes and merges stay. Null when there is none.
    /// </summary>
    public FaultReport? Stop(string id) => Stop(fault => fault.Id == id).SingleOrDefault();

    /// <summary>Stops all faults; returns how each stood.</summary>
    public IReadOnlyList<FaultReport> StopAll() => Stop(_ => true);

    /// <summary>The faults that strike this call, in the order in which they were added, each with draws of its own.</summary>
    internal IReadOnlyList<(ArmedFault Armed, Random Chance)> Strike(SandboxCall call)
    {
        LetGoOfWhatIsOver();
        lock (gate)
            return
            [
                .. armed.Where(fault => fault.Fault is CallFault && fault.Fault.Where.Matches(call) && fault.TryStrike(Now))
                    .Select(fault => (fault, new Random(fault.Draws.Next()))),
            ];
    }

    /// <summary>Asks the faults of one kind, alone; the answer of the first that has one.</summary>
    internal TAnswer? First<TFault, TAnswer>(Func<ArmedFault, TFault, TAnswer?> ask) where TFault : Fault where TAnswer : class
    {
        lock (gate)
            return armed.Select(fault => fault.Fault is TFault kind ? ask(fault, kind) : null).FirstOrDefault(answer => answer is not null);
    }

    /// <summary>Keeps a strike for the list.</summary>
    internal void Log(string faultId, string struck, IReadOnlyList<string> effect)
    {
        lock (gate)
        {
            strikes.Enqueue(new FaultStrike(faultId, Now, struck, effect));
            if (strikes.Count > StrikesKept)
                strikes.Dequeue();
        }
    }

    private DateTimeOffset Now => reach.Clock.TrueNow;

    private void Check(FaultScript script, List<int> places, FaultProblems problems)
    {
        string[] taken = script.Replace ? [] : [.. List().Select(report => report.Id)];
        foreach (var (index, fault) in script.Faults.Index())
        {
            var place = problems.Of($"faults[{places[index]}]");
            fault.Check(place);
            if (fault.Id is { } id && (taken.Contains(id) || script.Faults.Take(index).Any(other => other.Id == id)))
                place.Add(nameof(Fault.Id), $"'{id}' is the id of another fault: choose one that is free, or stop that one first");
        }
    }

    private IReadOnlyList<string> Arm(FaultScript script)
    {
        if (script.Replace)
            StopAll();
        Seed = script.Seed;
        lock (gate)
        {
            ArmedFault[] added = [.. script.Faults.Select(fault => new ArmedFault(fault, fault.Id ?? NextId(script), script.Seed, Now))];
            armed.AddRange(added);
            Watch();
            return [.. added.Select(fault => fault.Id)];
        }
    }

    // Counted from one again once all are stopped, so that the same script gives the same ids and with them the same draws.
    private string NextId(FaultScript script)
    {
        string id;
        do
            id = FormattableString.Invariant($"fault-{++lastNumber}");
        while (armed.Exists(fault => fault.Id == id) || script.Faults.Any(fault => fault.Id == id));
        return id;
    }

    private FaultReport[] Stop(Predicate<ArmedFault> which)
    {
        ArmedFault[] stopped;
        lock (gate)
        {
            stopped = [.. armed.FindAll(which)];
            armed.RemoveAll(which);
            lastNumber = armed.Count == 0 ? 0 : lastNumber;
            Watch();
        }
        foreach (var fault in stopped)
        {
            LetGo(fault);
            fault.Fault.Stopped(fault, reach);
        }
        return [.. stopped.Select(fault => fault.ReportAt(Now))];
    }

    private void Watch()
    {
        IsArmed = armed.Count > 0;
        saves.Watch(IsArmed);
    }

    private void LetGoOfWhatIsOver()
    {
        ArmedFault[] over;
        lock (gate)
            over = [.. armed.Where(fault => fault.HasClosed(Now))];
        foreach (var fault in over)
            LetGo(fault);
    }

    // Outside the gate: what is taken back may wait for a save, and saves ask the plan.
    private void LetGo(ArmedFault fault)
    {
        IReadOnlyList<Action> undo;
        lock (gate)
            undo = fault.TakeUndo();
        foreach (var action in undo)
            action();
    }
}
