using System.Text.Json;
using SalesRules.Journal.Database;

namespace SalesRules.Journal.Writes;

/// <summary>A receipt on its way into the journal, and the statements that it moves.</summary>
internal sealed record ReceiptRow
{
    /// <summary>The first receipt stands: what is settled is not settled again.</summary>
    public const string Settle =
        """
        update writes set state = @State, settled_at = @Now, code = @Code, sentence = @Sentence, moved_fields = @MovedFields,
            after_stage = @AfterStage, after_category = @AfterCategory, after_probability = @AfterProbability
        where org_id = @OrgId and run_id = @RunId and opportunity_id = @OpportunityId and state in ('planned', 'sending', 'unclear')
        """;

    /// <summary>A correction is remembered once the record was seen to carry it.</summary>
    public const string RememberCorrection =
        """
        update deals set correction_to = @AfterCategory, correction_probability = @AfterProbability
        where org_id = @OrgId and opportunity_id = @OpportunityId and exists (
            select 1 from writes
            where org_id = @OrgId and run_id = @RunId and opportunity_id = @OpportunityId
                and state = 'confirmed' and settled_at = @Now and correction_to = @AfterCategory)
        """;

    public const string RecordApproval =
        """
        update approvals set recorded_at = @Now
        where org_id = @OrgId and opportunity_id = @OpportunityId and run_id = @RunId and recorded_at is null and exists (
            select 1 from writes
            where org_id = @OrgId and run_id = @RunId and opportunity_id = @OpportunityId and state = 'confirmed')
        """;

    /// <summary>A record that was left alone sent no tasks: they are wanted again by the decision that is made anew.</summary>
    public const string ReleaseTasks =
        """
        update tasks set state = 'abandoned', changed_at = @Now
        where org_id = @OrgId and opportunity_id = @OpportunityId and run_id = @RunId and state in ('planned', 'sending')
        """;

    public string OrgId { get; init; } = "";

    public string RunId { get; init; } = "";

    public string OpportunityId { get; init; } = "";

    public string Now { get; init; } = "";

    public string State { get; init; } = "";

    public string? Code { get; init; }

    public string? Sentence { get; init; }

    public string? MovedFields { get; init; }

    public string? AfterStage { get; init; }

    public string? AfterCategory { get; init; }

    public string? AfterProbability { get; init; }

    public static ReceiptRow Of(WriteReceipt receipt, string orgId, string runId, string now) => new()
    {
        OrgId = orgId,
        RunId = runId,
        OpportunityId = receipt.Id.Value,
        Now = now,
        State = Stored.Name(receipt.Outcome),
        Code = receipt.Code,
        Sentence = receipt.Sentence,
        MovedFields = receipt.MovedFields.Count == 0 ? null : JsonSerializer.Serialize(receipt.MovedFields),
        AfterStage = receipt.After?.StageName,
        AfterCategory = receipt.After?.ForecastCategoryName,
        AfterProbability = Stored.Text(receipt.After?.Probability),
    };
}
