using SalesRules.Journal.Database;
using SalesRules.Journal.Writes;
using SalesRules.Plans;
using SalesRules.Snapshots;

namespace SalesRules.Journal.Leads;

/// <summary>A row of lead_assignments.</summary>
internal sealed record LeadAssignmentRow
{
    public const string Plan =
        """
        insert into lead_assignments (org_id, lead_id, from_owner, to_owner, turn, state, run_id, changed_at)
        values (@OrgId, @LeadId, @FromOwner, @ToOwner, @Turn, 'planned', @RunId, @ChangedAt)
        on conflict (org_id, lead_id) do update set from_owner = excluded.from_owner, to_owner = excluded.to_owner, turn = excluded.turn,
            state = excluded.state, run_id = excluded.run_id, changed_at = excluded.changed_at, code = null, sentence = null
        """;

    public const string Settle =
        """
        update lead_assignments set state = @State, changed_at = @Now, code = @Code, sentence = @Sentence
        where org_id = @OrgId and lead_id = @LeadId and state in ('planned', 'sending', 'unclear')
        """;

    public string OrgId { get; init; } = "";

    public string LeadId { get; init; } = "";

    public string FromOwner { get; init; } = "";

    public string ToOwner { get; init; } = "";

    public int? Turn { get; init; }

    public string State { get; init; } = "";

    public string RunId { get; init; } = "";

    public string ChangedAt { get; init; } = "";

    public bool IsDone => Stored.Value<WriteState>(State) == WriteState.Confirmed;

    public LeadAssignment ToAssignment() => new(SalesforceId.Parse(LeadId), SalesforceId.Parse(FromOwner), SalesforceId.Parse(ToOwner), Turn);
}
