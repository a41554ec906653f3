using System.Text.Json;
using SalesRules.Journal.Database;
using SalesRules.Plans;

namespace SalesRules.Journal.Scores;

/// <summary>A row of score_rows.</summary>
internal sealed record ScoreRowRow
{
    public const string Plan =
        """
        insert into score_rows (org_id, score_key, opportunity_id, content, place, inherited, state, run_id, changed_at)
        values (@OrgId, @ScoreKey, @OpportunityId, @Content, @Place, @Inherited, @State, @RunId, @ChangedAt)
        on conflict (org_id, score_key) do update set content = excluded.content, place = excluded.place, inherited = excluded.inherited,
            state = excluded.state, run_id = excluded.run_id, changed_at = excluded.changed_at, code = null, sentence = null
        where score_rows.state <> 'confirmed'
        """;

    public const string OfDeals = "select * from score_rows where org_id = @orgId and opportunity_id in (@ids) and state in ('confirmed', 'sending', 'unclear') order by place";

    /// <summary>Decided again before it went out, or its record was not written: the decision that is made anew asks for it again.</summary>
    public const string AbandonPlanned = "update score_rows set state = 'abandoned', changed_at = @now where org_id = @orgId and state = 'planned' and opportunity_id in (@ids)";

    public const string Release =
        """
        update score_rows set state = 'abandoned', changed_at = @Now
        where org_id = @OrgId and opportunity_id = @OpportunityId and run_id = @RunId and state in ('planned', 'sending')
        """;

    public const string Settle =
        """
        update score_rows set state = @State, changed_at = @Now, code = @Code, sentence = @Sentence
        where org_id = @OrgId and score_key = @Key and state in ('planned', 'sending', 'unclear')
        """;

    public string OrgId { get; init; } = "";

    public string ScoreKey { get; init; } = "";

    public string OpportunityId { get; init; } = "";

    public string Content { get; init; } = "";

    public int Place { get; init; }

    public bool Inherited { get; init; }

    /// <summary>The stored name of <see cref="Status"/>.</summary>
    public string State { get; init; } = "";

    public string? RunId { get; init; }

    public string ChangedAt { get; init; } = "";

    public ScoreRowState Status
    {
        get => Stored.Value<ScoreRowState>(State);
        init => State = Stored.Name(value);
    }

    public ScoreRow ToRow()
    {
        using var document = JsonDocument.Parse(Content);
        return ScoreRowJson.Read(document.RootElement);
    }
}
