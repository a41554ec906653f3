using SalesRules.Policies;
using SalesRules.Rules;
using SalesRules.Salesforce.Connection.SignIn;
using SalesRules.Schemas;

namespace SalesRules.Host.Runs;

/// <summary>
/// The org that a run works on, and what of the policy can be carried out there: what the org has lost is absent, and the rules that rest on
/// it are stopped.
/// </summary>
internal sealed class OrgSession
{
    private readonly Policy asWritten;
    private readonly List<DriftNote> notes;
    private SchemaDrift drift;

    /// <param name="fields">The org's API names to select.</param>
    /// <param name="rules">The rules as the policy has them.</param>
    /// <param name="drift">What the org lacks of what they count on, as far as its describe tells.</param>
    public OrgSession(OrgIdentity identity, IReadOnlyList<string> fields, RuleBook rules, SchemaDrift drift)
    {
        (Identity, Fields, asWritten, this.drift) = (identity, fields, rules.Policy, drift);
        Rules = drift.IsNone ? rules : new RuleBook(asWritten.Under(drift));
        notes = [.. DriftNotes.Of(asWritten, drift)];
    }

    public OrgIdentity Identity { get; }

    public IReadOnlyList<string> Fields { get; }

    /// <summary>The rules as they run there.</summary>
    public RuleBook Rules { get; private set; }

    /// <summary>What the org has lost, and what that stops. It grows while a run reads: what it asks for only then, only then shows to be lost.</summary>
    public IReadOnlyList<DriftNote> Drift => notes;

    public string Id => Identity.OrganizationId.Value;

    /// <summary>The policy as it can be carried out in this org.</summary>
    public Policy Policy => Rules.Policy;

    /// <summary>The rules of another policy that the deals are decided by as well, as they run there; null: none.</summary>
    public RuleBook? Compared { get; private set; }

    /// <summary>From here on, what the other policy's rules ask for is read as well.</summary>
    public void Compare(Policy other) => Compared = new RuleBook(other.Under(drift));

    /// <summary>Whether a decision about the deal rests on something that is read apart from it.</summary>
    public bool AsksFor(Surrounding what, Deal deal) =>
        Rules.AsksFor(what, deal) || (Compared is { } other && other.AsksFor(what, new Deal(deal.Opportunity, deal.Context, other.Policy)));

    /// <summary>Whether a run works on it, under the org's lease: whoever only looks keeps nothing in the journal.</summary>
    public bool IsInRun { get; private set; }

    /// <summary>Tells that the run has begun.</summary>
    public void EnterRun() => IsInRun = true;

    public bool CanRead(Surrounding what) => !drift.Surroundings.Contains(what);

    /// <summary>Tells that something beside opportunities is lost, once.</summary>
    public void Tell(DriftNote lost)
    {
        if (notes.All(note => note.Loss != lost.Loss))
            notes.Add(lost);
    }

    /// <summary>Stops the rules that rest on it: our user may not read it.</summary>
    public void Lose(Surrounding what)
    {
        drift = drift.And(what);
        Tell(DriftNotes.Of(asWritten, what));
        Rules = new RuleBook(asWritten.Under(drift));
        if (Compared is { } other)
            Compare(other.Policy);
    }
}
